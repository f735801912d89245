import { describe, expect, it } from 'vitest';
import { creditedAgencies } from './credited-agencies.ts';

const BODY = 'The minister said the port would stay closed until Friday. Nobody was hurt.';

describe('creditedAgencies', () => {
  it.each([
    ['a dateline in English', `PORT LARK, Jan 5 (Reuters) - ${BODY}`, ['Reuters']],
    ['a dateline with a long dash', `PORT LARK (AP) — ${BODY}`, ['AP']],
    ['a dateline in Spanish', `Puerto Alondra, 5 ene (EFE).- ${BODY}`, ['EFE']],
    ['a bare prefix', `AFP - ${BODY}`, ['AFP']],
    ['two agencies', `Puerto Alondra (EFE/AFP) - ${BODY}`, ['AFP', 'EFE']],
    ['thanks in Spanish', `${BODY} Con información de EFE y AFP`, ['AFP', 'EFE']],
    ['thanks in Portuguese', `${BODY}\n\nCom informações da Reuters.`, ['Reuters']],
    ['thanks in English', `${BODY} With files from The Associated Press`, ['AP']],
    ['a copyright line', `${BODY}\n© 2026 AFP`, ['AFP']],
    ['the last line', `${BODY}\n\n(Europa Press)`, ['Europa Press']],
    ["an agency's own editing line", `${BODY} (Reporting by A. Lark; Editing by B. Wren)`, ['Reuters']],
  ])('reads %s', (_what, text, agencies) => {
    expect(creditedAgencies(text)).toEqual(agencies);
  });

  it('takes an agency among the authors', () => {
    expect(creditedAgencies(BODY, ['Agencia EFE', 'Ana Alondra'])).toEqual(['EFE']);
  });

  it.each([
    [
      'of whom a paper has read',
      'The port is closed, Reuters reported on Monday. EFE said the same. It rained.',
    ],
    [
      'of an app or an acronym',
      'The ap was closed. An EP of four songs came out on Monday, and people danced.',
    ],
    ['of none', BODY],
  ])('finds no credit in a text that speaks %s', (_what, text) => {
    expect(creditedAgencies(text)).toEqual([]);
  });
});
