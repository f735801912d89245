import type { SignalStatus } from '@aftermath/core';
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
  a { color: #8ab8ff !important; }
}`;

/** An unbroken word, such as an address in a quote, must not widen a phone's page. */
const BREAKABLE = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const;

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
  title: { fontSize: '24px', lineHeight: '30px', margin: '0 0 6px', ...BREAKABLE },
  quiet: { fontSize: '14px', lineHeight: '20px', color: QUIET, margin: '0 0 2px' },
  summary: { fontSize: '17px', lineHeight: '24px', margin: '12px 0 4px' },
  sample: {
    fontSize: '16px',
    fontWeight: 700,
    color: '#ffffff',
    backgroundColor: '#a3281c',
    padding: '10px 12px',
    margin: '0 0 14px',
  },
  section: {
    fontSize: '19px',
    lineHeight: '25px',
    margin: '28px 0 0',
    paddingBottom: '4px',
    borderBottom: `2px solid ${INK}`,
  },
  story: { padding: '14px 0 12px', borderBottom: `1px solid ${LINE}`, ...BREAKABLE },
  headline: { fontSize: '17px', lineHeight: '23px', fontWeight: 700, margin: '0 0 4px' },
  link: { color: LINK, textDecoration: 'underline' },
  quote: {
    fontSize: '16px',
    lineHeight: '24px',
    margin: '8px 0',
    padding: '2px 12px',
    borderInlineStart: `4px solid ${LINK}`,
  },
  whole: { whiteSpace: 'nowrap' },
  first: { fontSize: '13px', lineHeight: '18px', fontWeight: 700, color: '#7a4a00', margin: '0 0 2px' },
  foot: { paddingTop: '20px' },
  item: { fontSize: '14px', lineHeight: '20px', margin: '0 0 4px' },
  itemTitle: { fontSize: '14px', lineHeight: '20px', fontWeight: 700, margin: '12px 0 4px' },
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
