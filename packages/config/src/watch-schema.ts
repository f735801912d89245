import { RELIABILITIES, RULE_LANGUAGES, SOURCE_KINDS } from '@aftermath/core';
import { selectorMistake } from '@aftermath/feeds/selector';
import { z } from 'zod';
import { countryMistake, languageMistake } from './country-code.ts';

/** A check that words its own mistake. */
const checked = (mistakeIn: (value: string) => string | null) =>
  z.string().check((payload) => {
    const message = mistakeIn(payload.value);
    if (message !== null) payload.issues.push({ code: 'custom', input: payload.value, message });
  });

/** One line: titles end up in mail headers, and neither PostgreSQL nor JSON takes NUL or half a character. */
const line = (charsMax: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(charsMax, `must not be longer than ${charsMax} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line, without control characters');
/** Several lines. */
const text = (charsMax: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(charsMax, `must not be longer than ${charsMax} characters`)
    .regex(/^(?:[\n\t]|[^\p{Cc}\p{Cs}])*$/u, 'must not have control characters');
const slug = z
  .string()
  .max(80, 'must not be longer than 80 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens, such as my-watch');
const country = checked(countryMistake);
const list = <Item extends z.ZodType>(item: Item, max: number) =>
  z.array(item).max(max, `must not have more than ${max} entries`);
const weight = z.number().gt(0, 'must be more than 0').max(100, 'must not be more than 100');

const rule = z.strictObject({
  query: text(8_000),
  weight: weight.default(1),
  lang: z.enum(RULE_LANGUAGES).optional(),
});

export const categorySchema = z.strictObject({
  id: slug,
  title: line(120),
  description: text(2_000),
  threshold: weight.default(1),
  titleWeight: weight.optional(),
  keepNegated: z.boolean().optional(),
  rules: list(rule, 500).min(1, 'needs at least one rule'),
  exclude: list(text(8_000), 200).default([]),
});

const names = list(line(120), 200).default([]);
const actor = z.strictObject({ id: slug, name: line(120), aliases: names, country: country.optional() });
const place = z.strictObject({ name: line(120), aliases: names, country: country.optional() });

const selector = checked(selectorMistake);
const listSelectors = z.strictObject({
  items: selector,
  title: selector.optional(),
  link: selector.optional(),
  date: selector.optional(),
  summary: selector.optional(),
});

const source = z.strictObject({
  title: line(200),
  url: checked(urlMistake),
  kind: z.enum(SOURCE_KINDS).optional(),
  list: listSelectors.optional(),
  country,
  lang: checked(languageMistake),
  reliability: z.enum(RELIABILITIES),
  verified: z.boolean().default(false),
});

/** A watch file as a person writes it; docs/analysts/watches.md explains each key. */
export const watchFileSchema = z.strictObject({
  id: slug,
  title: line(200),
  sample: z.boolean().default(false),
  template: z.string().optional(),
  event: z.strictObject({
    title: line(300),
    summary: text(4_000),
    date: checked(dateMistake),
    countries: list(country, 60).default([]),
  }),
  actors: list(actor, 500).default([]),
  places: list(place, 500).default([]),
  scope: z.strictObject({
    threshold: weight.default(1),
    rules: list(rule, 500).min(1, 'needs at least one rule: without it nothing is about the event'),
    exclude: list(text(8_000), 200).default([]),
  }),
  withoutCategories: list(slug, 100).default([]),
  categories: list(categorySchema, 200).default([]),
  sources: list(source, 10_000).default([]),
  digest: z.strictObject({
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day: HH:MM, such as "07:00"'),
    timeZone: checked(zoneMistake),
    language: z.enum(RULE_LANGUAGES).default('en'),
    recipients: list(z.email('must be a mail address, such as analyst@example.org'), 1_000),
  }),
});

export type WatchFile = z.output<typeof watchFileSchema>;

function urlMistake(value: string): string | null {
  if (value.length > 2_000 || !/^https?:\/\//i.test(value) || !URL.canParse(value))
    return 'must be an http or https address';
  const { username, password } = new URL(value);
  return username === '' && password === '' ? null : 'must not hold a user or password';
}

/** Abbreviations such as EST or -05:00 have no summer time: a place has. */
function zoneMistake(zone: string): string | null {
  try {
    if (zone !== 'UTC' && !zone.includes('/')) throw new RangeError(zone);
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return null;
  } catch {
    return 'must be a time zone with its place, such as America/Bogota';
  }
}

function dateMistake(date: string): string | null {
  const at = new Date(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && exists ? null : 'must be a date that exists: YYYY-MM-DD';
}
