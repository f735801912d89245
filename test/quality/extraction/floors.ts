import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Measured } from './measure.ts';

const floorsSchema = z.object({
  extraction: z.object({
    /** Hash of the cases that the floors were set on. */
    corpus: z.string(),
    floors: z.record(z.string(), z.number()),
  }),
});

function readFloors() {
  const file = path.join(import.meta.dirname, '../floors.json');
  return floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).extraction;
}

/** What makes the floors less than they seem: they were set on another corpus. */
export function corpusNotes({ corpus }: Measured): string[] {
  const pinned = readFloors().corpus;
  if (corpus === pinned) return [];
  return [
    `ANOTHER CORPUS: the floors were set on ${pinned}, this one is ${corpus}. Look at the figures, then set corpus and floors anew in test/quality/floors.json.`,
  ];
}

/** Every figure of ours that is under its floor. */
export function floorMistakes({ texts: [ours], metadata }: Measured): string[] {
  const figures = new Map(Object.entries(metadata).map(([field, { hits, of }]) => [field, hits / of]));
  if (ours !== undefined)
    figures.set('f1', ours.f1).set('wanted', ours.wanted).set('unwanted', ours.unwantedLeftOut);
  return Object.entries(readFloors().floors).flatMap(([name, floor]) => {
    const figure = figures.get(name) ?? 0;
    return figure >= floor ? [] : [`UNDER THE FLOOR: ${name} is ${figure.toFixed(3)}, floor ${floor}`];
  });
}
