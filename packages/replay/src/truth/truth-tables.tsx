import type { ReactNode } from 'react';
import type { DelayStatistics, TruthCounts, TruthReport, TruthSignal } from './truth-report.ts';

interface Shown {
  readonly report: TruthReport;
}

/** Rows of a table on the page; report.json has them all. */
const ROWS_MAX = 500;

export function CategoryTable({ report: { categories, total } }: Shown) {
  const rows: readonly (TruthCounts & { readonly title: string })[] = [
    ...categories,
    { ...total, title: 'All' },
  ];
  return (
    <Table
      heads={[
        'Category',
        'Happenings',
        'Found',
        'Missed',
        'Days to the article',
        'Days to the edition',
        'Stories',
        'False',
      ]}
      numbers
      rows={rows.map((row) => [
        row.title,
        row.happenings,
        row.found,
        row.missed,
        days(row.delayDays),
        days(row.editionDelayDays),
        row.alarms,
        row.falseAlarms,
      ])}
    />
  );
}

export function MissedTable({ report: { happenings } }: Shown) {
  return (
    <Table
      heads={['Day', 'Category', 'Happening', 'Asked for']}
      rows={happenings
        .filter(({ found }) => found === null)
        .map(({ date, category, id, country, terms, actors }) => [
          date,
          category,
          id,
          [country ?? [], actors ?? [], terms ?? []].flat().join(', '),
        ])}
    />
  );
}

export function FalseAlarmTable({ report: { falseAlarms } }: Shown) {
  return (
    <Table
      heads={['Day', 'Category', 'First article of the story', 'Signals']}
      rows={falseAlarms.map((alarm) => [
        alarm.date,
        alarm.category,
        <Told key="told" signal={alarm} />,
        alarm.signals,
      ])}
    />
  );
}

export function FoundTable({ report: { happenings } }: Shown) {
  return (
    <Table
      heads={['Day', 'Category', 'Happening', 'First article', 'Days', 'Edition']}
      rows={happenings.flatMap(({ date, category, id, found }) =>
        found === null
          ? []
          : [
              [
                date,
                category,
                found.alsoTakenFor.length === 0
                  ? id
                  : `${id} (also taken for ${found.alsoTakenFor.join(', ')})`,
                <Told key="told" signal={found} />,
                found.delayDays,
                found.editionDate ?? 'none',
              ],
            ],
      )}
    />
  );
}

function Told({ signal: { status, score, quote, article } }: { readonly signal: TruthSignal }) {
  const title = article.title === '' ? article.id : article.title;
  return (
    <>
      {isWebAddress(article.url) ? <a href={article.url}>{title}</a> : title}{' '}
      <span className="dim">({article.id})</span>, {status}, {score.toFixed(2)}
      <blockquote>“{quote}”</blockquote>
    </>
  );
}

/** Other addresses (`javascript:`) are no links. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}

function days(statistics: DelayStatistics | null): string {
  if (statistics === null) return '–';
  const { least, median, most } = statistics;
  return least === most ? String(median) : `${median} (${least} to ${most})`;
}

interface TableParts {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** All columns but the first are numbers. */
  readonly numbers?: boolean;
}

function Table({ heads, rows, numbers = false }: TableParts) {
  const style = (column: number) => (numbers && column > 0 ? { className: 'number' } : {});
  if (rows.length === 0) return <p>None.</p>;
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} {...style(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_MAX).map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={heads[column]} {...style(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS_MAX && <p>{rows.length - ROWS_MAX} more are in report.json.</p>}
    </div>
  );
}
