import { renderToStaticMarkup } from 'react-dom/server';
import { DelayChart } from './delay-chart.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import type { TruthReport } from './truth-report.ts';
import { STYLE } from './truth-style.ts';
import { CategoryTable, FalseAlarmTable, FoundTable, MissedTable } from './truth-tables.tsx';

/** Nothing is fetched and nothing runs, whatever an article says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one page of its own, with its charts. The same report gives the same bytes. */
export function renderTruthReport(report: TruthReport): string {
  const { watch, from, to, total, windowDays, outside, notJudged } = report;
  const title = `${watch.title}: what a replay found`;
  const unjudged = Object.entries(notJudged);
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <h1>{title}</h1>
        <p>
          {from} to {to}. Of {total.happenings} known happenings {total.found} were found and {total.missed}{' '}
          missed; of {total.alarms} stories told {total.falseAlarms} fit none of them. An article is of a
          happening when it was published on its day or at most {windowDays} days after.
        </p>
        <h2>By category</h2>
        <CategoryTable report={report} />
        {unjudged.length > 0 && (
          <p>
            Not judged, since no happening of theirs is known:{' '}
            {unjudged.map(([category, signals]) => `${category} (${signals} signals)`).join(', ')}.
          </p>
        )}
        {outside.length > 0 && <p>Happenings outside the period, not counted: {outside.length}.</p>}
        <h2>When</h2>
        <TimelineChart report={report} />
        <h2>How late</h2>
        <DelayChart report={report} />
        <h2>Missed</h2>
        <MissedTable report={report} />
        <h2>Told without a happening</h2>
        <FalseAlarmTable report={report} />
        <h2>Found</h2>
        <FoundTable report={report} />
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}\n`;
}
