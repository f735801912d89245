import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SignalStatus } from '@aftermath/core';

const CORPUS = path.resolve(import.meta.dirname, '../../../../shared/corpora/classification');

/** A labelled text. A category that isn't in `judged` says nothing, whether or not it is found. */
export interface Row {
  readonly id: string;
  readonly source: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly labels: readonly string[];
  readonly judged: readonly string[];
  readonly status: Readonly<Record<string, SignalStatus>>;
  /** Null where it wasn't judged or is doubtful. */
  readonly inScope: boolean | null;
}

interface Wire {
  readonly id: string;
  readonly source: string;
  readonly lang: string;
  readonly title?: string | null;
  readonly text: string;
  readonly date?: string;
  readonly labels: readonly string[];
  readonly unsure?: readonly string[];
  readonly status?: Readonly<Record<string, SignalStatus>>;
  readonly scope?: 0 | 1 | null;
  readonly label_quality?: Readonly<Record<string, string>>;
  readonly negatives_valid_for?: readonly string[];
}

const HAND_JUDGED = ['arrests', 'sanctions', 'joint-operations', 'regional-reaction', 'official-claims'];
const EVENT_JUDGED = [...HAND_JUDGED, 'legal-authority', 'use-of-force'];
/** Formulaic releases and labels derived from words: a figure on them means nothing (corpora/README.md). */
const UNUSABLE = [
  'ISAF-press-releases',
  'PLOVER-CAMEO',
  'FederalRegister-other',
  'FederalRegister-OFAC',
  'CAMEO_ConfliBERT-annot',
];

export const corpusFolder = CORPUS;

export function corpusFiles(): string[] {
  return ['event-gold.jsonl', 'hand-labelled.jsonl', 'labelled.jsonl'].map((file) => path.join(CORPUS, file));
}

export function readHandLabelled(): Row[] {
  return readWire('hand-labelled.jsonl').map((row) => toRow(row, without(HAND_JUDGED, row.unsure)));
}

export function readEventGold(): Row[] {
  return readWire('event-gold.jsonl').map((row) => toRow(row, without(EVENT_JUDGED, row.unsure)));
}

/** Rows of public sets, each with the categories its own labels speak about. */
export function readPublicSets(): Row[] {
  return readWire('labelled.jsonl')
    .filter(({ source }) => !UNUSABLE.includes(source))
    .map((row) => {
      const exact = row.labels.filter((label) => row.label_quality?.[label] === 'exact');
      const negatives = (row.negatives_valid_for ?? []).filter((category) => !row.labels.includes(category));
      return toRow(row, [...exact, ...negatives]);
    })
    .filter(({ judged }) => judged.length > 0);
}

/** News of business, sport, culture and technology: nothing of it is about any watch. */
export function readOffTopic(): Row[] {
  return readWire('labelled.jsonl')
    .filter(({ source }) => source === 'BBC-nonpolitics')
    .map((row) => toRow(row, []));
}

function readWire(file: string): Wire[] {
  return readFileSync(path.join(CORPUS, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Wire);
}

function without(categories: readonly string[], unsure: readonly string[] = []): string[] {
  return categories.filter((category) => !unsure.includes(category));
}

function toRow(row: Wire, judged: readonly string[]): Row {
  const at = Date.parse(row.date ?? '');
  return {
    id: row.id,
    source: row.source,
    lang: row.lang,
    title: row.title ?? '',
    text: row.text,
    publishedAt: Number.isNaN(at) ? null : new Date(at).toISOString(),
    labels: row.labels,
    judged,
    status: row.status ?? {},
    inScope: row.scope === undefined || row.scope === null ? null : row.scope === 1,
  };
}
