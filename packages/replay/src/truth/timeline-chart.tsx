import { addDays, daysBetween } from '@aftermath/core';
import { groupBy } from '../group-by.ts';
import { CHART, placeAcross, shortLabel, ticks } from './chart-frame.ts';
import type { TruthReport } from './truth-report.ts';

/** A lane for each category: happenings found and missed on their days, and stories that fit none. */
export function TimelineChart({ report }: { readonly report: TruthReport }) {
  const { from, to, categories, happenings, falseAlarms } = report;
  const days = Math.max(1, daysBetween(from, to));
  const height = categories.length * CHART.lane + CHART.axis;
  const place = (date: string) => placeAcross(daysBetween(from, date) / days);
  const marks = ticks(days).map((day) => addDays(from, day));
  return (
    <div className="wide">
      <svg
        viewBox={`0 0 ${CHART.width} ${height}`}
        role="img"
        aria-label="Happenings and false alarms by day"
      >
        {marks.map((date) => (
          <g key={date}>
            <line className="axis" x1={place(date)} x2={place(date)} y1={0} y2={height - CHART.axis} />
            <text className="dim" x={place(date)} y={height - 8} textAnchor="middle">
              {date}
            </text>
          </g>
        ))}
        {categories.map(({ category, title }, lane) => {
          const middle = lane * CHART.lane + CHART.lane / 2;
          const alarms = groupBy(
            falseAlarms.filter((alarm) => alarm.category === category),
            ({ date }) => date,
          );
          return (
            <g key={category}>
              <text x={0} y={middle + 4}>
                {shortLabel(title)}
              </text>
              <line className="axis" x1={CHART.label} x2={CHART.width} y1={middle} y2={middle} />
              {[...alarms].map(([date, { length }]) => (
                <path key={date} className="false" d={`M${place(date)} ${middle + 6}v10`}>
                  <title>{`${date}: ${length} told without a happening`}</title>
                </path>
              ))}
              {happenings
                .filter((happening) => happening.category === category)
                .map(({ id, date, found }) =>
                  found === null ? (
                    <path
                      key={id}
                      className="missed"
                      d={`M${place(date) - 5} ${middle - 5}l10 10m0-10l-10 10`}
                    >
                      <title>{`${date}: ${id}, missed`}</title>
                    </path>
                  ) : (
                    <circle key={id} className="found" cx={place(date)} cy={middle} r={5}>
                      <title>{`${date}: ${id}, found ${found.date}`}</title>
                    </circle>
                  ),
                )}
            </g>
          );
        })}
      </svg>
      <p className="dim">● found, × missed, ❘ below the line: told without a happening.</p>
    </div>
  );
}
