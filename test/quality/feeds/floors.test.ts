import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORPORA } from './case.ts';
import { corpusNotes, floorMistakes } from './floors.ts';
import { measureFeeds } from './measure.ts';

const missing = existsSync(path.join(CORPORA, 'feeds'))
  ? ''
  : ' (skipped: the corpora are not in ../shared/corpora)';

describe('feed reading', () => {
  it.skipIf(missing !== '')(`keeps to the floors on the conformance cases${missing}`, async () => {
    const measured = await measureFeeds(['ours']);
    for (const note of corpusNotes(measured)) console.warn(note);
    expect(floorMistakes(measured)).toEqual([]);
    expect(measured.parsers.get('ours')?.crashes).toEqual([]);
  });
});
