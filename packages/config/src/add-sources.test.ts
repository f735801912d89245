import { describe, expect, it } from 'vitest';
import { addSources, type NewSource, sourceLines } from './add-sources.ts';
import { readWatchText } from './read-watch-file.ts';

const HEAD = `# Mine
id: my-watch
title: My watch
template: leadership-strike
event: { title: Strike, summary: A strike., date: "2026-01-05" }
scope:
  rules:
    - query: harbour
`;
const DIGEST = `digest: # every day
  time: "07:00"
  timeZone: America/Bogota
  recipients: []
`;
const ONE = '- { title: Gazette, url: "https://a.example/feed", country: CO, lang: es, reliability: B }';
const NEW: NewSource[] = [
  { title: 'No: "1" # ñ', url: 'https://b.example/f?a=1', country: 'NO', lang: 'no', reliability: 'F' },
  { title: 'Gazette again', url: 'https://A.example/feed', country: 'CO', lang: 'es', reliability: 'F' },
  { title: 'Twice', url: 'https://b.example/f?a=1', country: 'CO', lang: 'es', reliability: 'F' },
];

describe('addSources', () => {
  it.each([
    ['a list in the middle', `${HEAD}sources:\n  ${ONE}\n# after\n${DIGEST}`],
    ['a list that is not indented', `${HEAD}sources:\n${ONE}\n\n${DIGEST}`],
    ['a list at the end, without a line break', `${HEAD}${DIGEST}sources:\n    ${ONE}`],
    ['Windows line breaks', `${HEAD}sources:\n  ${ONE}\n${DIGEST}`.replaceAll('\n', '\r\n')],
    ['a list in brackets', `${HEAD}sources: [${ONE.slice(2)}] # one\n${DIGEST}`],
    ['brackets over lines', `${HEAD}sources: [\n  ${ONE.slice(2)},\n]\n${DIGEST}`],
  ])('adds to %s what is new, and leaves the rest as it is', (_what, text) => {
    const result = addSources(text, 'w.yaml', NEW);
    if (!result.ok) expect.fail(JSON.stringify(result.problems));
    expect(result.added).toEqual([NEW[0]]);
    expect(result.known).toEqual([NEW[1], NEW[2]]);
    const read = readWatchText(result.text, 'w.yaml');
    if (!read.ok) expect.fail(JSON.stringify(read.problems));
    expect(read.watch.sources.map(({ title }) => title)).toEqual(['Gazette', 'No: "1" # ñ']);
    const kept = text
      .split(/\r?\n/)
      .filter((line) => !line.startsWith('sources:') && !/^[\]]|^ {2}\{/.test(line));
    for (const line of kept) expect(result.text).toContain(line);
  });

  it.each([
    ['no list', `${HEAD}sample: true\n${DIGEST}`],
    ['an empty list', `${HEAD}sample: true\nsources: []\n${DIGEST}`],
  ])('begins one where there is %s', (_what, text) => {
    const result = addSources(text, 'w.yaml', NEW);
    if (!result.ok) expect.fail(JSON.stringify(result.problems));
    const read = readWatchText(result.text, 'w.yaml');
    expect(read).toMatchObject({
      ok: true,
      watch: { sources: [{ url: NEW[0]?.url }, { url: NEW[1]?.url }] },
    });
  });

  it('changes nothing when all are known, and tells the mistakes of the file instead of adding to them', () => {
    const text = `${HEAD}sources:\n  ${ONE}\n${DIGEST}`;
    expect(addSources(text, 'w.yaml', NEW.slice(1, 2))).toMatchObject({ ok: true, text, added: [] });
    expect(addSources('id: x', 'w.yaml', NEW)).toMatchObject({
      ok: false,
      problems: [{ file: 'w.yaml' }, {}, {}, {}],
    });
  });

  it('takes no source that a watch file can’t have', () => {
    const bad: NewSource = {
      title: 'x',
      url: 'https://c.example/',
      country: 'UK',
      lang: 'en',
      reliability: 'F',
    };
    expect(addSources(`${HEAD}sources:\n  ${ONE}\n${DIGEST}`, 'w.yaml', [bad])).toMatchObject({ ok: false });
  });
});

it('sourceLines are entries of a watch file', () => {
  const text = `${HEAD}sources:\n${sourceLines(NEW.slice(0, 2))}${DIGEST}`;
  expect(readWatchText(text, 'w.yaml')).toMatchObject({ ok: true, watch: { sources: NEW.slice(0, 2) } });
});
