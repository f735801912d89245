import type { SignalStatus } from '@aftermath/core';
import type { CSSProperties } from 'react';

const INK = '#1a2230';
const QUIET = '#566074';
const LINE = '#d7dce5';

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
  title: { fontSize: '24px', lineHeight: '30px', margin: '0 0 6px' },
  quiet: { fontSize: '14px', lineHeight: '20px', color: QUIET, margin: '0 0 6px' },
  summary: { fontSize: '17px', lineHeight: '24px', margin: '12px 0 4px' },
  sample: {
    fontSize: '15px',
    fontWeight: 700,
    color: '#ffffff',
    backgroundColor: '#a3281c',
    padding: '8px 12px',
    margin: '0 0 12px',
  },
  section: {
    fontSize: '18px',
    lineHeight: '24px',
    margin: '28px 0 0',
    paddingBottom: '4px',
    borderBottom: `2px solid ${INK}`,
  },
  story: { padding: '14px 0 4px', borderBottom: `1px solid ${LINE}` },
  headline: { fontSize: '17px', lineHeight: '23px', fontWeight: 700, margin: '0 0 4px' },
  link: { color: '#1f4f8f', textDecoration: 'underline' },
  quote: {
    fontSize: '16px',
    lineHeight: '24px',
    margin: '8px 0',
    padding: '2px 0 2px 12px',
    borderLeft: '4px solid #1f4f8f',
  },
  first: { fontSize: '13px', fontWeight: 700, color: '#7a4a00', margin: '0 0 4px' },
  item: { fontSize: '14px', lineHeight: '20px', margin: '0 0 4px' },
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
  announced: { ...badge, color: '#1f4f8f', backgroundColor: '#e3edfb' },
  'called-for': { ...badge, color: '#566074', backgroundColor: '#eceff4' },
  denied: { ...badge, color: '#ffffff', backgroundColor: '#a3281c' },
};
