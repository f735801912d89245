import { googleNewsTarget } from './google-news.ts';
import {
  COPIES,
  MOBILE_LABELS,
  REDIRECTORS,
  SUFFIX_LABELS,
  TRACKING_PARAMETERS,
  YAHOO,
} from './url-rules.ts';

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
  url.hostname = desktopHost(url.hostname.replace(/\.+$/, ''));
  url.pathname = withoutAmp(evenEscapes(url.pathname).replaceAll(/\/{2,}/g, '/'));
  url.search = withoutTracking(evenEscapes(url.search), url.hostname);
  return url.href;
}

/** Piece by piece, not by `searchParams`: that writes the rest anew, `%20` as `+`, `?a/b` as `?a%2Fb=`. */
function withoutTracking(search: string, host: string): string {
  return search
    .replace(/^\?+/, '')
    .split('&')
    .filter((piece) => piece !== '' && !isTracking(piece) && !isOwnReferrer(piece, host))
    .join('&');
}

/** Some publishing systems add `?ref=` and the site's own name to the links of its feed. */
function isOwnReferrer(piece: string, host: string): boolean {
  const name = /^ref=([\w.-]+)$/i
    .exec(piece)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '');
  return name?.includes('.') === true && name === host.replace(/^www\./, '');
}

function isTracking(piece: string): boolean {
  const [name = ''] = piece.split('=', 1);
  return TRACKING_PARAMETERS.some((known) => known.test(name));
}

/** `%c3%B1` and `%C3%B1` are the same, and `%7E` is `~` (RFC 3986 §6.2.2). */
function evenEscapes(text: string): string {
  return text.replaceAll(/%[0-9a-f]{2}/gi, (escaped) => {
    const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(char) ? char : escaped.toUpperCase();
  });
}

function unwrapped(url: URL, depth = 0): URL {
  if (depth >= UNWRAPS_MAX) return url;
  const target = cached(url) ?? googleNewsTarget(url) ?? redirected(url);
  return target !== null && /^https?:\/\//i.test(target) && URL.canParse(target)
    ? unwrapped(new URL(target), depth + 1)
    : url;
}

function redirected(url: URL): string | null {
  const rule = REDIRECTORS.find(
    ({ host, path, parameter }) =>
      host.test(url.hostname) && path.test(url.pathname) && url.searchParams.has(parameter),
  );
  if (rule !== undefined) return url.searchParams.get(rule.parameter);
  const yahoo = YAHOO.exec(url.href)?.[1];
  return yahoo === undefined ? null : decoded(yahoo);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function cached(url: URL): string | null {
  for (const pattern of COPIES) {
    const match = pattern.exec(url.href);
    if (match !== null) return `${match[1] === undefined ? 'http' : 'https'}://${match[2]}`;
  }
  return null;
}

/** Only what stands before the site's own name is taken away: `m.example.org`, not `mobile.de` or `m.com.br`. */
function desktopHost(host: string): string {
  const labels = host.split('.');
  const suffixed = labels.at(-1)?.length === 2 && SUFFIX_LABELS.has(labels.at(-2) ?? '');
  const before = labels.length - (suffixed ? 3 : 2);
  return labels.filter((label, index) => index > 1 || index >= before || !MOBILE_LABELS.has(label)).join('.');
}

function withoutAmp(path: string): string {
  const shown = path
    .replace(/(\/amp)+\/?$/i, '')
    .replace(/^(\/amp)+\//i, '/')
    .replace(/([^/])(\.amp)+(\.html?)?$/i, '$1$3');
  return shown === '' ? '/' : shown;
}
