import { z } from 'zod';

/** Text, or what can stand for it; anything else is as if absent. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null);

const list = <T extends z.ZodType>(entry: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((values) =>
      values.flatMap((value) => {
        const parsed = entry.safeParse(value);
        return parsed.success ? [parsed.data as z.output<T>] : [];
      }),
    );

const author = z.union([z.string().transform((name) => ({ name })), z.object({ name: text, url: text })]);
const oneAuthor = author.nullish().catch(null);

/** JSON Feed 1.0 and 1.1 as published; a field of a wrong type is as if absent. */
export const jsonItemSchema = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author: oneAuthor,
  authors: list(author),
  tags: list(z.string()),
  attachments: list(z.object({ url: text, mime_type: text, size_in_bytes: text })),
});

export const jsonFeedSchema = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  description: text,
  language: text,
  author: oneAuthor,
  authors: list(author),
  items: z.array(z.unknown()).catch([]),
});

export type JsonItem = z.output<typeof jsonItemSchema>;
export type JsonAuthor = z.output<typeof author>;
export type JsonFeed = Omit<z.output<typeof jsonFeedSchema>, 'items'> & {
  readonly items: readonly JsonItem[];
};
