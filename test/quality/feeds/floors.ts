import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Measured, ParserResult } from './measure.ts';
import { ratio, sum } from './tally.ts';

const floorsSchema = z.object({
  feeds: z.object({
    /** Hash of the corpus that the floors were set on. */
    corpus: z.string(),
    wellFormed: z.number(),
    illFormed: z.number(),
    damaged: z.number(),
    fields: z.number(),
    sanitizing: z.number(),
    others: z.number(),
    dates: z.number(),
  }),
});

function readFloors() {
  const file = path.join(import.meta.dirname, '../floors.json');
  return floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).feeds;
}

/** What makes the floors less than they seem: they were set on another corpus. */
export function corpusNotes({ corpus }: Measured): string[] {
  const pinned = readFloors().corpus;
  if (corpus === pinned) return [];
  return [
    `ANOTHER CORPUS: the floors were set on ${pinned}, this one is ${corpus}. Look at the figures, then set corpus and floors anew in test/quality/floors.json.`,
  ];
}

/** Every figure of ours that is under its floor, or not above another parser's. */
export function floorMistakes(measured: Measured): string[] {
  const { corpus: _, ...floors } = readFloors();
  const ours = figuresOf(measured.parsers.get('ours'), measured);
  const under = Object.entries(floors).flatMap(([name, floor]) => {
    const figure = ours[name as keyof typeof ours];
    return figure >= floor ? [] : [`UNDER THE FLOOR: ${name} is ${figure.toFixed(4)}, floor ${floor}`];
  });
  const peers = [...measured.parsers].filter(([name]) => name !== 'ours');
  const beaten = peers.flatMap(([name, result]) =>
    (['wellFormed', 'damaged', 'fields', 'sanitizing', 'others'] as const)
      .filter((figure) => figuresOf(result, measured)[figure] >= ours[figure])
      .map((figure) => `NOT ABOVE ${name}: ${figure}`),
  );
  return [...under, ...beaten];
}

function figuresOf(result: ParserResult | undefined, { dates }: Measured) {
  if (result === undefined) throw new Error('ours was not measured');
  const { wellFormed, illFormed, damaged, sanitizing, others } = result.cases;
  return {
    wellFormed: ratio(wellFormed),
    illFormed: ratio(illFormed),
    damaged: ratio(damaged),
    sanitizing: ratio(sanitizing),
    others: ratio(others),
    fields: ratio(sum(result.byField)),
    dates: ratio({ passed: dates.ours, total: dates.total }),
  };
}
