/** What a process can do; services/aftermath runs each. */
export const ROLES = ['api', 'puller', 'extractor', 'classifier', 'mailer'] as const;
export type Role = (typeof ROLES)[number];
