import type { DigestView, Lines } from './digest-view.ts';

/** The text part of a digest: what the HTML says, in plain lines. */
export function digestText(view: DigestView): string {
  const blocks = [
    [view.sample],
    [view.title, '='.repeat([...view.title].length), view.event, view.edition, view.catchUp],
    view.summary,
    ...overviewBlock(view),
    ...view.sections.flatMap(({ title, stories, more }) => [
      heading(title),
      ...stories.map((story) => [
        `${story.headline} [${story.statusWord}]`,
        story.first === null ? null : `* ${story.first}`,
        story.lead,
        story.quote === null ? null : `> ${story.quote.replaceAll(LINE_BREAKS, ' ')}`,
        `${story.source} · ${story.published}`,
        story.reach,
        story.url,
      ]),
      [more],
    ]),
    ...correctionBlocks(view),
    listed(view.silence),
    listed(view.failing),
    [view.dashboard === null ? null : `${view.dashboard.words}: ${view.dashboard.url}`],
    [`${view.made.title}:`, ...view.made.lines],
  ];
  const paragraphs = blocks.map((lines) => lines.filter((line) => line !== null).join('\n'));
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function overviewBlock({ overview }: DigestView): readonly string[][] {
  if (overview === null) return [];
  return [
    [`${overview.title}:`, ...overview.rows.map(({ bars, title, words }) => `${bars} ${title} ${words}`)],
  ];
}

function correctionBlocks({ corrections }: DigestView): readonly (string | null)[][] {
  if (corrections === null) return [];
  const entries = corrections.entries.map(({ what, headline, quote, url, now, because }) => [
    what,
    headline,
    `> ${quote.replaceAll(LINE_BREAKS, ' ')}`,
    url,
    now === null ? null : `→ ${now.words}`,
    now === null ? null : now.url,
    because,
  ]);
  return [heading(corrections.title), ...entries, [corrections.more]];
}

function heading(title: string): string[] {
  return [title.toUpperCase(), '-'.repeat([...title].length)];
}

function listed(part: Lines | null): readonly string[] {
  return part === null ? [] : [`${part.title}:`, ...part.lines.map((line) => `- ${line}`)];
}

/** A quote stays on its line, or what follows a break could pass for the digest's own words. */
const LINE_BREAKS = /\s*[\n\r\v\f\u0085\u2028\u2029]+\s*/gu;
