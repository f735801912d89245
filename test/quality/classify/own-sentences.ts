import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TrainingRow } from '@aftermath/classify/train';
import { RULE_LANGUAGES, SIGNAL_STATUSES, type SignalStatus } from '@aftermath/core';

const FOLDER = path.resolve(import.meta.dirname, '../../../packages/classify/training');

/** A sentence of our own, with the categories it shows and their status. */
export interface OwnSentence extends TrainingRow {
  readonly status: Readonly<Record<string, SignalStatus>>;
  /** Kept back from the training: by hash, so that a sentence stays on its side for ever. */
  readonly test: boolean;
}

/**
 * Categories between which a sentence of one may well show the other: where the file names only the one, the other is
 * neither counted nor learned.
 */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  arrests: ['legal-authority'],
  sanctions: ['regional-reaction'],
  'joint-operations': ['regional-reaction', 'use-of-force'],
  'regional-reaction': [
    'legal-authority',
    'sanctions',
    'joint-operations',
    'official-claims',
    'use-of-force',
  ],
  'official-claims': [
    'use-of-force',
    'legal-authority',
    'arrests',
    'regional-reaction',
    'sanctions',
    'joint-operations',
  ],
  'legal-authority': ['regional-reaction', 'official-claims', 'arrests'],
  'use-of-force': [
    'official-claims',
    'legal-authority',
    'regional-reaction',
    'community-impact',
    'network-response',
    'joint-operations',
  ],
  'network-response': ['community-impact'],
  'community-impact': ['network-response', 'use-of-force', 'official-claims'],
};

/** All sentences, in the order of the files, and the SHA-256 of the files. */
export function readOwnSentences(): { readonly rows: readonly OwnSentence[]; readonly data: string } {
  const files = RULE_LANGUAGES.map((lang) => ({
    lang,
    content: readFileSync(path.join(FOLDER, `sentences.${lang}.tsv`), 'utf8'),
  }));
  const hash = createHash('sha256');
  for (const { content } of files) hash.update(content);
  const rows = files.flatMap(({ lang, content }) =>
    content
      .trimEnd()
      .split('\n')
      .map((line) => readLine(line, lang)),
  );
  return { rows, data: hash.digest('hex') };
}

function readLine(line: string, lang: string): OwnSentence {
  const [written = '', text] = line.split('\t');
  if (text === undefined) throw new Error(`sentences.${lang}.tsv: a line without a tab: ${line}`);
  const status = Object.fromEntries(
    written === '-' ? [] : written.split(' ').map((label) => readLabel(label, line)),
  );
  const labels = Object.keys(status);
  const unsure = Object.keys(NEIGHBOURS).filter(
    (category) => !labels.includes(category) && labels.some((label) => NEIGHBOURS[category]?.includes(label)),
  );
  return { lang, text, labels, unsure, status, test: isTest(text) };
}

function readLabel(label: string, line: string): readonly [string, SignalStatus] {
  const [category = '', said] = label.split(':');
  const status = SIGNAL_STATUSES.find((one) => one === said);
  if (status === undefined || NEIGHBOURS[category] === undefined)
    throw new Error(`${label} is no category:status, in the line: ${line}`);
  return [category, status];
}

function isTest(text: string): boolean {
  return (createHash('sha256').update(text).digest()[0] as number) % 2 === 0;
}
