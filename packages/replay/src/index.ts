export * from './compare-watches.ts';
export * from './difference-tally.ts';
export * from './replay-watch.ts';
export * from './truth/happening.ts';
export { createTruthJudge, type TruthOptions } from './truth/judge-replay.ts';
export { renderTruthReport } from './truth/truth-page.tsx';
export type * from './truth/truth-report.ts';
