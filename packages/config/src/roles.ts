/** What a process can do; services/aftermath runs each. */
export const ROLES = ['puller', 'extractor', 'classifier', 'mailer', 'api'] as const;
export type Role = (typeof ROLES)[number];
