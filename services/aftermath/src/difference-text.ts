import { styleText } from 'node:util';
import type { DifferenceCause, DifferenceCounts, DifferenceTotals } from '@aftermath/replay';
import type { DifferenceRecord } from './difference-record.ts';
import { terminalLine } from './terminal-line.ts';

const MARKS = { gained: ['+', 'green'], lost: ['-', 'red'], changed: ['~', 'yellow'] } as const;

const CAUSES: Readonly<Record<'gained' | 'lost', Readonly<Record<DifferenceCause, string>>>> = {
  gained: {
    scope: 'the article was out of scope',
    category: 'the category is new',
    rules: 'the category did not find it',
  },
  lost: {
    scope: 'the article is out of scope now',
    category: 'the category is gone',
    rules: 'the category does not find it any more',
  },
};

/** Differences as text for people; control characters of articles don't reach the terminal. */
export function differencePainter(colour: boolean) {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;

  return {
    paintDifference(record: DifferenceRecord): string {
      const { kind, article, category, quote, why, before } = record;
      const [mark, hue] = MARKS[kind];
      const head = `${mark} ${category}  ${standing(record)}`;
      const lines = [
        `${paint(hue, head)}  ${paint('bold', terminalLine(article.title))} (${terminalLine(String(article.id))})`,
        `    “${terminalLine(quote)}”`,
      ];
      if (before !== undefined && before.quote !== quote)
        lines.push(`    was “${terminalLine(before.quote)}”`);
      lines.push(`    ${paint('dim', terminalLine(`${reason(record)}${why}`))}`);
      return `${lines.join('\n')}\n\n`;
    },

    paintTotals({ articles, total, categories }: DifferenceTotals): string {
      const rows = Object.entries(categories).filter(([, { same, ...differing }]) =>
        Object.values(differing).some((count) => count > 0),
      );
      const width = Math.max(8, ...rows.map(([category]) => category.length));
      const table = rows.map(([category, counts]) => `${category.padEnd(width)}${cells(counts)}`);
      return [
        `${articles} articles: ${total.gained} gained, ${total.lost} lost, ${total.statusChanged} with another status, ${total.otherwiseChanged} changed otherwise, ${total.same} the same`,
        ...(table.length === 0 ? [] : [`${''.padEnd(width)}${HEADINGS}`, ...table]),
        '',
      ].join('\n');
    },
  };
}

const HEADINGS = ['gained', 'lost', 'status', 'other', 'same'].map((name) => name.padStart(8)).join('');

function cells({ gained, lost, statusChanged, otherwiseChanged, same }: DifferenceCounts): string {
  return [gained, lost, statusChanged, otherwiseChanged, same]
    .map((count) => String(count).padStart(8))
    .join('');
}

/** Status and score, and how they were where they differ. */
function standing({ status, score, before }: DifferenceRecord): string {
  const was = before ?? { status, score };
  return [
    was.status === status ? status : `${was.status} → ${status}`,
    was.score === score ? score.toFixed(2) : `${was.score.toFixed(2)} → ${score.toFixed(2)}`,
  ].join('  ');
}

function reason({ kind, because, changed, before, countries, actors }: DifferenceRecord): string {
  if (kind !== 'changed') return `${CAUSES[kind][because ?? 'rules']}; `;
  const lists = { countries: [before?.countries, countries], actors: [before?.actors, actors] } as const;
  return (['countries', 'actors'] as const)
    .filter((part) => changed?.includes(part))
    .map((part) => `${part}: ${lists[part].map((names) => names?.join(' ') || 'none').join(' → ')}; `)
    .join('');
}
