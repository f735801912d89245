import { readExpectations, readSampleData } from '@aftermath/sample';
import type { StoryRow } from './story-row.ts';

/** The sample's articles with the stories they were written for: many happenings with the same names in them. */
export function sampleRows(): readonly StoryRow[] {
  const expectations = readExpectations();
  return readSampleData().flatMap(({ id: source, lang, articles }) =>
    articles.map(({ slug, day, time, title, text }) => ({
      id: slug,
      source,
      topic: 'sample',
      cluster: expectations.get(slug)?.story ?? slug,
      title,
      text,
      lang,
      publishedAt: `2026-01-${String(day + 1).padStart(2, '0')}T${time}:00Z`,
    })),
  );
}
