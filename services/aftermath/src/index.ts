export * from './run-roles.ts';
