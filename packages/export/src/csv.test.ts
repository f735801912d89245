import { anExportedSignal } from '@aftermath/testkit';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { signalsOf, textOf } from './__fixtures__/pieces.ts';
import { csvOf } from './csv.ts';

type Row = Readonly<Record<string, string>>;
const rowsOf = (csv: string) => parse(csv, { columns: true }) as Row[];

describe('csvOf', () => {
  it('writes a head line and a line for each signal', async () => {
    const csv = await textOf(csvOf(signalsOf(anExportedSignal())));
    expect(csv).toBe(
      [
        'id,watch,category,status,score,countries,actors,published_at,first_seen_at,found_at,title,url,quote,why,source,source_country,reliability,lang,story,article',
        '1,test-watch,arrests,carried-out,0.93,CO VE,tren-de-aragua,2026-01-02T12:00:00.000Z,2026-01-02T12:05:00.000Z,2026-01-02T12:10:00.000Z,Police arrested two men,https://example.org/article,Police arrested two men.,rule 1: arrested,Test source,CO,B,en,7,3',
        '',
      ].join('\r\n'),
    );
  });

  it('writes the head line alone when there is no signal', async () => {
    expect(rowsOf(await textOf(csvOf(signalsOf())))).toEqual([]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x";"a,b")'])(
    'lets no cell begin as a formula (%j), and loses nothing of it',
    async (hostile) => {
      const { article, evidence } = anExportedSignal();
      const [first] = evidence;
      const signal = anExportedSignal({
        article: { ...article, title: hostile },
        evidence: first === undefined ? [] : [{ ...first, quote: hostile, why: hostile }],
        source: { title: hostile, country: '', reliability: 'F' },
      });
      const [row = {}] = rowsOf(await textOf(csvOf(signalsOf(signal))));
      expect([row.title, row.quote, row.why, row.source]).toEqual(Array(4).fill(`'${hostile}`));
    },
  );

  it('keeps commas, quotation marks and line breaks inside their cell', async () => {
    const title = 'Held: "three", said\r\nthe police\n=1+1';
    const { article } = anExportedSignal();
    const csv = await textOf(csvOf(signalsOf(anExportedSignal({ article: { ...article, title } }))));
    expect(rowsOf(csv).map((row) => row.title)).toEqual([title]);
  });
});
