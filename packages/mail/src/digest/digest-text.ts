import type { DigestView } from './digest-view.ts';

/** The text part of a digest: what the HTML says, in plain lines. */
export function digestText(view: DigestView): string {
  const blocks = [
    [view.sample],
    [view.title, '='.repeat([...view.title].length), view.event, view.edition, view.catchUp],
    view.summary,
    ...view.sections.flatMap(({ title, stories, more }) => [
      [title.toUpperCase(), '-'.repeat([...title].length)],
      ...stories.map((story) => [
        `${story.headline} [${story.statusWord}]`,
        story.first === null ? null : `* ${story.first}`,
        story.quote === null ? null : `> ${story.quote.replaceAll(LINE_BREAKS, ' ')}`,
        `${story.source} · ${story.published}`,
        story.reach,
        story.url,
      ]),
      [more],
    ]),
    [view.quiet],
    view.failing === null ? [] : [`${view.failing.title}:`, ...view.failing.lines.map((line) => `- ${line}`)],
    [view.dashboard === null ? null : `${view.dashboard.words}: ${view.dashboard.url}`],
    [view.made],
  ];
  const paragraphs = blocks.map((lines) => lines.filter((line) => line !== null).join('\n'));
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

/** A quote stays on its line, or what follows a break could pass for the digest's own words. */
const LINE_BREAKS = /\s*[\n\r\v\f\u0085\u2028\u2029]+\s*/gu;
