export { type Config, ConfigError, type MailConfig, ROLES, type Role, readConfig } from './read-config.ts';
export { readWatchFile, readWatchText, type WatchFileResult } from './read-watch-file.ts';
export { readTemplate, type Template, templateNames } from './templates.ts';
export type { WatchFileProblem } from './yaml-document.ts';
