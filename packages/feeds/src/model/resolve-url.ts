const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i;
/** Schemes that run or carry code, or reach into the reader's own machine. */
const UNSAFE = /^(?:javascript|vbscript|livescript|data|file|blob|about|mhtml|view-source)$/i;
const URL_CHARS_MAX = 8192;

/**
 * A reference as an absolute URL: absolute ones as written, relative ones against the base, and as written
 * when no base is known. Null when it is empty, unreadable, far too long, or of a scheme that is no address.
 */
export function resolveUrl(reference: string | null, base: string | null): string | null {
  // Browsers drop these inside an address too; `java\nscript:` is the reason to do so before looking.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const url = reference?.trim().replace(/[\u0000-\u001f\u007f]/g, '') ?? '';
  if (url === '' || url.length > URL_CHARS_MAX) return null;
  const scheme = ABSOLUTE.exec(url)?.[0].slice(0, -1);
  if (scheme !== undefined) {
    if (UNSAFE.test(scheme)) return null;
    // More slashes than two, or fewer: what browsers mend.
    return /^https?:(?!\/\/[^/])/i.test(url) ? parse(url, base ?? undefined) : url;
  }
  return base === null ? url : (parse(url, base) ?? url);
}

/** A reference as an absolute http or https URL; null when it isn't one, or relative to no known base. */
export function resolveWebUrl(reference: string | null, base: string | null): string | null {
  const url = resolveUrl(reference, base);
  return isWebUrl(url) && URL.canParse(url) ? url : null;
}

export function isWebUrl(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^https?:\/\/[^\s/]/i.test(text);
}

function parse(url: string, base: string | undefined): string | null {
  try {
    return new URL(url, base).href;
  } catch {
    return null;
  }
}
