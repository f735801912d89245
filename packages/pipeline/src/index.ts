export * from './failure-plan.ts';
export * from './ports.ts';
export * from './run-stage.ts';
export * from './stages.ts';
