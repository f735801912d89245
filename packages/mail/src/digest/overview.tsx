/** @jsxRuntime automatic */
import { Text } from '@react-email/text';
import type { OverviewView } from './overview-view.ts';
import { standingStyle, style } from './style.ts';

/** The categories at a glance: a line each, with a bar for each day. */
export function Overview({ view }: { readonly view: OverviewView }) {
  return (
    <>
      <Text style={style.label} className="quiet">
        {view.title}
      </Text>
      <table width="100%" cellPadding={0} cellSpacing={0} style={style.overview}>
        <tbody>
          {view.rows.map(({ id, title, bars, words, state }) => (
            <tr key={id}>
              <td style={style.bars} className="bars cell">
                <p style={style.cell}>{bars}</p>
              </td>
              <td style={style.category} className="cell">
                <p style={style.cell}>{title}</p>
              </td>
              <td align="right" style={style.standing} className="cell">
                <p style={{ ...style.cell, ...standingStyle[state] }} className={`state-${state}`}>
                  {words}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
