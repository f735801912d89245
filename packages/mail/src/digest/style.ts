import type { SignalStatus, Silence } from '@aftermath/core';
import type { CSSProperties } from 'react';

const INK = '#1a2230';
const QUIET = '#566074';
const LINE = '#d7dce5';
const LINK = '#1f4f8f';

/** Programs that know dark mode get its colours; the others keep the inline ones. */
export const DARK = `@media (prefers-color-scheme: dark) {
  body, body td { background-color: #12161d !important; color: #e6e9ef !important; }
  .quiet { color: #a5aec0 !important; }
  .first { color: #ffc46b !important; }
  .section { border-color: #e6e9ef !important; }
  .story { border-color: #333b4a !important; }
  .quote { border-color: #5b8fd6 !important; }
  .notice { background-color: #3a2f12 !important; color: #ffd98a !important; }
  .corrected, .state-unknown { color: #ff9d8f !important; }
  .state-seen { color: #e6e9ef !important; }
  .state-silent { color: #a5aec0 !important; }
  .bars { color: #8ab8ff !important; }
  .cell { border-color: #262d39 !important; }
  .carried-out { background-color: #2c7a49 !important; }
  .announced { background-color: #1e3a5f !important; color: #bcd8ff !important; }
  .called-for { background-color: #2b3342 !important; color: #c3cad8 !important; }
  a { color: #8ab8ff !important; }
}`;

/** Frame and counts; the words of others are set in a serif. Both are on every system. */
const SANS = '-apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** An unbroken word, such as an address in a quote, must not widen a phone's page. */
const BREAKABLE = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const;

const CELL = { padding: '5px 0', borderBottom: '1px solid #e9ecf2', verticalAlign: 'top' } as const;

/** Inline, since mail programs drop style sheets; colours that stand when a program inverts them. */
export const style = {
  body: {
    margin: 0,
    padding: 0,
    backgroundColor: '#ffffff',
    color: INK,
    fontFamily: 'Georgia, "Times New Roman", serif',
  },
  page: { maxWidth: '640px', margin: '0 auto', padding: '20px 16px' },
  title: { fontSize: '26px', lineHeight: '32px', margin: '0 0 6px', ...BREAKABLE },
  quiet: {
    fontFamily: SANS,
    fontSize: '13px',
    lineHeight: '19px',
    color: QUIET,
    margin: '0 0 2px',
    ...BREAKABLE,
  },
  summary: { fontSize: '17px', lineHeight: '24px', margin: '14px 0 4px' },
  notice: {
    fontFamily: SANS,
    fontSize: '14px',
    lineHeight: '20px',
    margin: '12px 0 0',
    padding: '8px 12px',
    color: '#5c4300',
    backgroundColor: '#fff3d1',
  },
  sample: {
    fontFamily: SANS,
    fontSize: '15px',
    fontWeight: 700,
    color: '#ffffff',
    backgroundColor: '#a3281c',
    padding: '10px 12px',
    margin: '0 0 14px',
  },
  label: {
    fontFamily: SANS,
    fontSize: '13px',
    lineHeight: '19px',
    fontWeight: 700,
    color: QUIET,
    margin: '18px 0 2px',
  },
  overview: { borderCollapse: 'collapse', width: '100%' },
  cell: { margin: 0, fontFamily: SANS, fontSize: '14px', lineHeight: '20px' },
  bars: {
    ...CELL,
    paddingRight: '12px',
    whiteSpace: 'nowrap',
    letterSpacing: '1px',
    color: LINK,
    width: '1%',
  },
  category: { ...CELL, ...BREAKABLE },
  standing: { ...CELL, whiteSpace: 'nowrap', paddingLeft: '8px' },
  section: {
    fontSize: '20px',
    lineHeight: '26px',
    margin: '32px 0 0',
    paddingBottom: '5px',
    borderBottom: `2px solid ${INK}`,
  },
  story: { padding: '16px 0 14px', borderBottom: `1px solid ${LINE}`, ...BREAKABLE },
  headline: { fontSize: '18px', lineHeight: '25px', fontWeight: 700, margin: '0 0 6px' },
  link: { color: LINK, textDecoration: 'underline' },
  lead: { fontSize: '16px', lineHeight: '24px', margin: '0 0 6px' },
  quote: {
    fontSize: '16px',
    lineHeight: '24px',
    fontStyle: 'italic',
    margin: '8px 0 10px',
    padding: '2px 12px',
    borderInlineStart: `4px solid ${LINK}`,
  },
  whole: { whiteSpace: 'nowrap' },
  first: {
    fontFamily: SANS,
    fontSize: '13px',
    lineHeight: '18px',
    fontWeight: 700,
    color: '#7a4a00',
    margin: '0 0 4px',
  },
  corrected: {
    fontFamily: SANS,
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 700,
    color: '#a3281c',
    margin: '0 0 4px',
  },
  foot: { paddingTop: '24px' },
  item: { fontFamily: SANS, fontSize: '14px', lineHeight: '20px', margin: '0 0 4px', ...BREAKABLE },
  itemTitle: {
    fontFamily: SANS,
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 700,
    margin: '14px 0 4px',
  },
  button: { fontFamily: SANS, fontSize: '15px', lineHeight: '22px', fontWeight: 700, margin: '18px 0 4px' },
  list: { margin: '0 0 12px', padding: '0 0 0 18px' },
} satisfies Record<string, CSSProperties>;

const badge: CSSProperties = {
  fontFamily: 'Arial, sans-serif',
  fontSize: '12px',
  fontWeight: 700,
  padding: '1px 7px',
  borderRadius: '3px',
  whiteSpace: 'nowrap',
};

/** What was done stands out from what was only said. */
export const statusStyle: Readonly<Record<SignalStatus, CSSProperties>> = {
  'carried-out': { ...badge, color: '#ffffff', backgroundColor: '#1f6b3a' },
  announced: { ...badge, color: LINK, backgroundColor: '#e3edfb' },
  'called-for': { ...badge, color: QUIET, backgroundColor: '#eceff4' },
  denied: { ...badge, color: '#ffffff', backgroundColor: '#a3281c' },
};

/** What came stands out; what can't be said is marked, or it would pass for silence. */
export const standingStyle: Readonly<Record<Silence['state'], CSSProperties>> = {
  seen: { fontWeight: 700, color: INK },
  silent: { color: QUIET },
  unknown: { color: '#a3281c' },
};
