import { RELIABILITIES, RULE_LANGUAGES } from '@aftermath/core';
import { z } from 'zod';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: small letters, digits and hyphens, such as my-watch')
  .max(80);
const text = (charsMax: number) => z.string().trim().min(1, 'must not be empty').max(charsMax);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capitals, such as CO (XX: international)');
const names = z.array(text(120)).max(200).default([]);
const calendarDate = z.string().refine(isCalendarDate, 'must be a date: YYYY-MM-DD');
const weight = z.number().gt(0, 'must be more than 0').max(100);
const webAddress = z
  .string()
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'must be an http or https address');

const rule = z.strictObject({
  query: text(4_000),
  weight: weight.default(1),
  lang: z.enum(RULE_LANGUAGES).optional(),
});

export const categorySchema = z.strictObject({
  id: slug,
  title: text(120),
  description: text(2_000),
  threshold: weight.default(1),
  titleWeight: weight.optional(),
  rules: z.array(rule).min(1, 'needs at least one rule').max(500),
  exclude: z.array(text(4_000)).max(200).default([]),
});

const actor = z.strictObject({ id: slug, name: text(120), aliases: names, country: country.optional() });
const place = z.strictObject({ name: text(120), aliases: names, country: country.optional() });

const source = z.strictObject({
  title: text(200),
  url: webAddress,
  kind: z.enum(['feed']).default('feed'),
  country,
  lang: z.string().regex(/^[a-z]{2,3}$/, 'must be a language code such as es'),
  reliability: z.enum(RELIABILITIES),
  verified: z.boolean().default(false),
});

/** A watch file as a person writes it; docs/analysts/watches.md explains each key. */
export const watchFileSchema = z.strictObject({
  id: slug,
  title: text(200),
  sample: z.boolean().default(false),
  template: z.string().optional(),
  event: z.strictObject({
    title: text(300),
    summary: text(4_000),
    date: calendarDate,
    countries: z.array(country).max(60).default([]),
  }),
  actors: z.array(actor).max(500).default([]),
  places: z.array(place).max(500).default([]),
  scope: z.strictObject({
    threshold: weight.default(1),
    rules: z.array(rule).min(1, 'needs at least one rule: without it nothing is about the event').max(500),
    exclude: z.array(text(4_000)).max(200).default([]),
  }),
  withoutCategories: z.array(slug).max(100).default([]),
  categories: z.array(categorySchema).max(200).default([]),
  sources: z.array(source).max(10_000).default([]),
  digest: z.strictObject({
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day: HH:MM, in quotes'),
    timeZone: z.string().refine(isTimeZone, 'must be a time zone such as America/Bogota'),
    language: z.enum(RULE_LANGUAGES).default('en'),
    recipients: z.array(z.email('must be a mail address')).max(1_000),
  }),
});

export type WatchFile = z.output<typeof watchFileSchema>;

function isTimeZone(zone: string): boolean {
  try {
    return zone.includes('/') || zone === 'UTC'
      ? Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
      : false;
  } catch {
    return false;
  }
}

function isCalendarDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
