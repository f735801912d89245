import { AMP_CACHES, MOBILE_LABELS, REDIRECTORS, TRACKING_PARAMETERS } from './url-rules.ts';

/** Redirectors inside redirectors followed at most. */
const UNWRAPS_MAX = 3;
const CHARS_MAX = 4_000;

/**
 * The one address under which an article is known: without what says where a reader came from, on which
 * screen, or through whose redirect. Null for what is no web address.
 *
 * Kept as they are: the path's case, a trailing slash, the order of parameters, and every parameter that is
 * not known to be for tracking: on some site each of them decides what is shown.
 */
export function canonicalUrl(address: string): string | null {
  if (address.length > CHARS_MAX || !URL.canParse(address)) return null;
  const url = unwrapped(new URL(address));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  // WHATWG URL has the host in lower case and punycode, and no default port; a final dot it leaves.
  url.hostname = desktopHost(url.hostname.replace(/\.$/, ''));
  url.pathname = withoutAmp(url.pathname.replaceAll(/\/{2,}/g, '/'));
  const tracking = [...url.searchParams.keys()].filter((name) =>
    TRACKING_PARAMETERS.some((known) => known.test(name)),
  );
  // Untouched where there is nothing to remove: to write a query anew may change its escapes.
  for (const name of new Set(tracking)) url.searchParams.delete(name);
  return url.href.replace(/\?$/, '');
}

function unwrapped(url: URL, depth = 0): URL {
  if (depth >= UNWRAPS_MAX) return url;
  const target = cached(url) ?? redirected(url);
  return target !== null && /^https?:\/\//i.test(target) && URL.canParse(target)
    ? unwrapped(new URL(target), depth + 1)
    : url;
}

function redirected(url: URL): string | null {
  const rule = REDIRECTORS.find(
    ({ host, path, parameter }) =>
      host.test(url.hostname) && path.test(url.pathname) && url.searchParams.has(parameter),
  );
  return rule === undefined ? null : url.searchParams.get(rule.parameter);
}

function cached(url: URL): string | null {
  for (const pattern of AMP_CACHES) {
    const match = pattern.exec(url.href);
    if (match !== null) return `${match[1] === undefined ? 'http' : 'https'}://${match[2]}`;
  }
  return null;
}

function desktopHost(host: string): string {
  const labels = host.split('.');
  if (labels.length < 3) return host;
  return labels.filter((label, index) => index > 1 || !MOBILE_LABELS.has(label)).join('.');
}

function withoutAmp(path: string): string {
  const shown = path
    .replace(/\/amp\/?$/i, '')
    .replace(/^\/amp\//i, '/')
    .replace(/\.amp(\.html?)?$/i, '$1');
  return shown === '' ? '/' : shown;
}
