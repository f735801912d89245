import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NewsArticle } from './news-server.ts';

const corpora = path.resolve(import.meta.dirname, '../../../shared/corpora');

/** The reason why tests on real news can't run, or null. */
export const newsMissing = existsSync(path.join(corpora, 'news'))
  ? null
  : 'the development corpora are not in ../shared/corpora';

/** Real articles with a text, a day of 2026 apart in order, so that digests have something to sort. */
export function realNews(countMax: number): NewsArticle[] {
  const rows = ['insight-crime', 'spanish-articles'].flatMap((name) =>
    readFileSync(path.join(corpora, 'news', `${name}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; title: string; text: string | null; lang: string }),
  );
  const whole = rows.filter(({ text, title }) => (text?.length ?? 0) > 600 && title !== '');
  const step = Math.max(1, Math.floor(whole.length / countMax));
  return whole
    .filter((_, index) => index % step === 0)
    .slice(0, countMax)
    .map(({ id, title, text, lang }, index) => ({
      id,
      title,
      text: text ?? '',
      lang,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
    }));
}
