export { type AddSourcesResult, addSources, type NewSource, sourceLines } from './add-sources.ts';
export { environmentTable } from './environment.ts';
export { type Config, ConfigError, type ConfigFlags, type MailConfig, readConfig } from './read-config.ts';
export { readWatchFile, readWatchText, type WatchFileResult } from './read-watch-file.ts';
export { ROLES, type Role } from './roles.ts';
export { readTemplate, type Template, templateNames } from './templates.ts';
export type { WatchFileProblem } from './yaml-document.ts';
