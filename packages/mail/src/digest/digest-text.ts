import type { DigestView } from './digest-view.ts';

/** The text part of a digest: what the HTML says, in plain lines. */
export function digestText(view: DigestView): string {
  const blocks = [
    [view.title, '='.repeat([...view.title].length), view.sample, view.event, view.summary],
    ...view.sections.flatMap(({ title, stories, more }) => [
      [title.toUpperCase(), '-'.repeat([...title].length)],
      ...stories.map((story) => [
        `${story.headline} [${story.statusWord}]`,
        story.firstFor,
        `> ${story.quote.replaceAll(/\s*\n\s*/g, ' ')}`,
        story.about,
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
