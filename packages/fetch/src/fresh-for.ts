/** How long an answer stays fresh by Cache-Control's max-age, else by Expires (RFC 9111 §4.2.1); null: it doesn't say. */
export function freshForMs(
  cacheControl: string | null,
  expires: string | null,
  date: string | null,
): number | null {
  const directives = (cacheControl ?? '').toLowerCase();
  if (/\bno-(store|cache)\b/.test(directives)) return 0;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,10})/.exec(directives)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1_000;
  if (expires === null || date === null) return null;
  const lifetimeMs = Date.parse(expires) - Date.parse(date);
  return Number.isFinite(lifetimeMs) ? Math.max(0, lifetimeMs) : null;
}
