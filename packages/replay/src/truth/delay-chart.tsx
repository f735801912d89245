import { groupBy } from '../group-by.ts';
import { CHART, placeAcross, shortLabel, ticks } from './chart-frame.ts';
import type { TruthReport } from './truth-report.ts';

/** A lane for each category: how many happenings were found after how many days. */
export function DelayChart({ report }: { readonly report: TruthReport }) {
  const { categories, happenings, windowDays } = report;
  const height = categories.length * CHART.lane + CHART.axis;
  const slots = windowDays + 1;
  const left = (day: number) => placeAcross(day / slots);
  const width = Math.max(1, left(1) - left(0) - 2);
  return (
    <div className="wide">
      <svg
        viewBox={`0 0 ${CHART.width} ${height}`}
        role="img"
        aria-label="Days from a happening to its first article"
      >
        {ticks(windowDays).map((day) => (
          <text key={day} className="dim" x={left(day) + width / 2} y={height - 8} textAnchor="middle">
            {day}
          </text>
        ))}
        {categories.map(({ category, title }, lane) => {
          const foot = (lane + 1) * CHART.lane;
          const delays = groupBy(
            happenings.flatMap((happening) =>
              happening.category === category ? (happening.found ?? []) : [],
            ),
            ({ delayDays }) => delayDays,
          );
          const most = Math.max(1, ...[...delays.values()].map(({ length }) => length));
          return (
            <g key={category}>
              <text x={0} y={foot - 14}>
                {shortLabel(title)}
              </text>
              <line className="axis" x1={CHART.label} x2={CHART.width} y1={foot} y2={foot} />
              {[...delays].map(([day, { length }]) => {
                const tall = Math.round((length / most) * (CHART.lane - 18) * 10) / 10;
                return (
                  <g key={day}>
                    <rect className="found" x={left(day)} y={foot - tall} width={width} height={tall}>
                      <title>{`${length} after ${day} days`}</title>
                    </rect>
                    <text className="dim" x={left(day) + width / 2} y={foot - tall - 3} textAnchor="middle">
                      {length}
                    </text>
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
      <p className="dim">Days from a happening to the first article of it; happenings on each bar.</p>
    </div>
  );
}
