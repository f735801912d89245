import { checkQuery } from '@aftermath/classify/query';
import { describe, expect, it } from 'vitest';
import { readTemplate, templateNames } from './templates.ts';

describe.each(templateNames())('template %s', (name) => {
  const { categories } = readTemplate(name);

  it('has only queries without a mistake, and names no actor: it serves any watch', () => {
    const queries = categories.flatMap(({ rules, exclude }) => [
      ...rules.map(({ query }) => query),
      ...exclude,
    ]);
    expect(
      queries.flatMap((query) => checkQuery(query, { actors: [] }).map((wrong) => ({ query, ...wrong }))),
    ).toEqual([]);
  });

  it('has each category once', () => {
    const ids = categories.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('readTemplate', () => {
  it('names the templates there are, for one that is none', () => {
    expect(() => readTemplate('../../secret')).toThrow(
      'there is no template "../../secret"; there are: leadership-strike',
    );
  });
});
