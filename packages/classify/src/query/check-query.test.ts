import { describe, expect, it } from 'vitest';
import { checkQuery } from './check-query.ts';

describe('checkQuery', () => {
  it.each([
    'arrest*',
    '"drug boat{,s}" OR narcolancha',
    '@police BEFORE/8 (arrested OR detained)',
    'strike* NOT NEAR/3 (labor OR hunger)',
    '(@country:VE AND @actor) NOT warrant',
    'A AND NOT B',
    '@two-countries',
  ])('accepts %s', (query) => {
    expect(checkQuery(query)).toEqual([]);
  });

  it.each([
    ['(arrest*', 0, 'never closed'],
    ['arrest*)', 7, 'closes nothing'],
    ['"drug boat', 0, 'never closed'],
    ['drug boat', 5, 'put AND, OR'],
    ['arrest* AND', 11, 'missing at the end'],
    ['OR arrest', 0, 'missing before OR'],
    ['a NEAR b', 2, 'NEAR/n'],
    ['a BEFORE/99 b', 2, '0 to 50'],
    ['ar*', 0, 'at least 3'],
    ['"a * b"', 0, 'end of a word'],
    ['word{a,b', 0, 'braces'],
    ['@polise', 0, 'there is no list @polise'],
    ['@country:XY', 0, 'is no country'],
    ['@police:US', 0, 'has no parts'],
    ['@Police', 0, 'list is written'],
    ['""', 0, 'no word'],
    ['', 0, 'missing at the end'],
    ['🚤 AND boat', 0, 'no word'],
  ])('says where and what is wrong in %j', (query, offset, message) => {
    const [problem] = checkQuery(query);
    expect(problem?.offset).toBe(offset);
    expect(problem?.message).toContain(message);
  });

  it('checks ids of actors where they are known', () => {
    expect(checkQuery('@actor:x', { actors: ['y'] })[0]?.message).toContain('no actor x');
    expect(checkQuery('@actor:y', { actors: ['y'] })).toEqual([]);
  });

  it('refuses what would grow without bound', () => {
    expect(checkQuery(`${'{a,b}'.repeat(30)}`)[0]?.message).toContain('braces');
    expect(checkQuery(`${'('.repeat(40)}a${')'.repeat(40)}`)[0]?.message).toContain('groups');
  });
});
