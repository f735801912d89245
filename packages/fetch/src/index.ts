export * from './create-fetcher.ts';
export { DEFAULT_LIMITS, type FetchLimits } from './limits.ts';
