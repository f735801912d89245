import { capturedRhythms } from './schedule/captured-rhythms.ts';
import { generateRhythms, type Rhythm } from './schedule/generate-rhythms.ts';
import { adaptive, fixed, type Outcome, simulate, type Wait } from './schedule/simulate.ts';

const DAY_S = 86_400;
const MINUTES = 60;
const DAYS = 30;
const WAYS: readonly (readonly [name: string, wait: Wait])[] = [
  ['every 15 minutes', fixed(15 * MINUTES)],
  ['adaptive', adaptive(15 * MINUTES)],
];

interface Row {
  readonly kind: string;
  readonly way: string;
  readonly sources: number;
  readonly requests: number;
  readonly found: number;
  readonly perRequest: number;
  /** In minutes. */
  readonly meanDelay: number;
  readonly delay95: number;
}

/** A month of polling, by rhythm and by schedule. */
export function run(): Row[] {
  const start = Date.parse('2026-03-01T00:00:00Z') / 1_000;
  const made = generateRhythms(start - 7 * DAY_S, DAYS + 7).map((rhythm) => ({ rhythm, start }));
  const recorded = capturedRhythms();
  if (recorded.length === 0)
    console.log('Recorded rhythms: not measured, since there is no corpus of captured feeds');
  // The first day's snapshot holds a week of items; from then on none is missing.
  const recordedStart = Date.parse('2025-09-02T00:00:00Z') / 1_000;
  const all = [...made, ...recorded.map((rhythm) => ({ rhythm, start: recordedStart }))];
  const kinds = [...new Set(all.map(({ rhythm }) => rhythm.kind))];
  return kinds.flatMap((kind) => {
    const ofKind = all.filter(({ rhythm }) => rhythm.kind === kind);
    return WAYS.map(([way, wait]) => rowOf(kind, way, ofKind, wait));
  });
}

function rowOf(
  kind: string,
  way: string,
  sources: readonly { readonly rhythm: Rhythm; readonly start: number }[],
  wait: Wait,
): Row {
  const outcomes: Outcome[] = sources.map(({ rhythm, start }) =>
    simulate(rhythm.times, start, start + DAYS * DAY_S, wait),
  );
  const requests = outcomes.reduce((sum, outcome) => sum + outcome.requests, 0);
  const delays = outcomes.flatMap((outcome) => outcome.delays).sort((a, b) => a - b);
  const found = delays.length;
  return {
    kind,
    way,
    sources: sources.length,
    requests,
    found,
    perRequest: found / requests,
    meanDelay: delays.reduce((sum, delay) => sum + delay, 0) / found / MINUTES,
    delay95: (delays[Math.floor(found * 0.95)] ?? 0) / MINUTES,
  };
}

if (process.argv[1] === import.meta.filename) {
  console.log(
    '| rhythm | schedule | sources | requests | updates found | per request | mean delay | 95 % within |',
  );
  console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { kind, way, sources, requests, found, perRequest, meanDelay, delay95 } of run())
    console.log(
      `| ${kind} | ${way} | ${sources} | ${requests} | ${found} | ${perRequest.toFixed(2)} | ${meanDelay.toFixed(1)} min | ${delay95.toFixed(1)} min |`,
    );
}
