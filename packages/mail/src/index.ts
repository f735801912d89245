export * from './digest/rebuild-edition.ts';
export * from './digest/render-edition.tsx';
export { TEMPLATE_VERSION } from './digest/template-version.ts';
export * from './digest-message.ts';
export * from './mailer.ts';
export { messageId, threadId } from './message-id.ts';
