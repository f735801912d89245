/**
 * The address of a worker file beside the caller: `threadFile(import.meta.url, './parse-feed-thread')`. It has
 * the caller's own extension, so that sources start sources and a build starts what was built.
 *
 * The file's default export is the task: `(input) => result`, both of which must be cloneable.
 */
export function threadFile(importMetaUrl: string, nameWithoutExtension: string): URL {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(importMetaUrl).pathname)?.[0] ?? '.js';
  return new URL(nameWithoutExtension + extension, importMetaUrl);
}
