import { anExportedSignal } from '@aftermath/testkit';
import { describe, expect, it } from 'vitest';
import { signalsOf, textOf } from './__fixtures__/pieces.ts';
import { EXPORT_FORMATS, exportWriters } from './export-formats.ts';
import { periodInstants } from './export-period.ts';

describe('exportWriters', () => {
  it.each(EXPORT_FORMATS)('writes %s as signals come, holding none back', async (format) => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        const { article } = anExportedSignal();
        yield anExportedSignal({
          id: read,
          article: { ...article, id: read, url: `https://example.org/${read}` },
        });
      }
    }
    let pieces = 0;
    for await (const piece of exportWriters[format].write(endless())) {
      expect(piece.length).toBeLessThan(2_000);
      pieces += 1;
      if (pieces === 300) break;
    }
    expect(read).toBeGreaterThan(90);
    expect(read).toBeLessThanOrEqual(300);
  });

  it.each(EXPORT_FORMATS)('gives the same bytes of %s for the same signals', async (format) => {
    const write = () => textOf(exportWriters[format].write(signalsOf(anExportedSignal())));
    expect(await write()).toBe(await write());
  });

  it('writes a signal a line as JSON, with all its evidence', async () => {
    const signals = [anExportedSignal(), anExportedSignal({ id: 2, category: 'sanctions' })];
    const lines = (await textOf(exportWriters.jsonl.write(signalsOf(...signals)))).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(signals);
  });
});

describe('periodInstants', () => {
  it('takes both days whole, in the zone of the watch, through a change of the clocks', () => {
    expect(periodInstants({ since: '2026-03-28', until: '2026-03-29' }, 'Europe/Madrid')).toEqual({
      since: new Date('2026-03-27T23:00:00Z'),
      before: new Date('2026-03-29T22:00:00Z'),
    });
  });

  it('leaves open what is not given', () => {
    expect(periodInstants({}, 'UTC')).toEqual({});
  });
});
