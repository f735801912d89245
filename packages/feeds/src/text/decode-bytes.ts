import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { excerpt, type Problems } from '../problems.ts';

const PROLOG = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const HTML = /^\s*(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|meta)[\s>]/i;
/** In web pages: `<meta charset>`, or http-equiv. */
const META = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const CHARSET_PARAMETER = /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const SNIFF_BYTES = 65_536;

/**
 * Bytes to text. A byte order mark decides; then text that is valid UTF-8 beyond ASCII is UTF-8, whatever the
 * labels say (text of another charset hardly ever is by chance, and wrong labels are common); then the
 * Content-Type, the XML prolog or a page's meta element, and at last a guess from the bytes. Characters that no text has are dropped.
 *
 * @param contentType the Content-Type header, as received
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null, problems: Problems): string {
  const text = decode(bytes, contentType, problems);
  return dropControls(text, problems);
}

function decode(bytes: Uint8Array, contentType: string | null, problems: Problems): string {
  const marked = byteOrderMark(bytes) ?? wideWithoutMark(bytes);
  if (marked) return decodeAs(bytes, marked) ?? '';
  const head = asLatin1(bytes.subarray(0, 4096));
  const inside = PROLOG.exec(head) ?? (HTML.test(head) ? META.exec(head) : null);
  const labels = [CHARSET_PARAMETER.exec(contentType ?? '')?.[1], inside?.[1]];
  const utf8 = decodeStrict(bytes, 'utf-8');
  if (utf8 !== null && !labels.some(isEscaped)) {
    const wrong = labels.find((label) => label !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(label));
    if (wrong !== undefined && hasHighByte(bytes)) {
      problems.add('charset-mislabelled', `labelled ${excerpt(wrong)}, but the text is UTF-8`);
    }
    return utf8;
  }
  for (const label of labels) {
    if (label === undefined || /^utf-?(?:8|16|32)/i.test(label)) continue;
    const text = decodeStrict(bytes, label) ?? (labels.indexOf(label) === 0 ? null : decodeAs(bytes, label));
    if (text !== null) return text;
  }
  return guess(bytes, labels, problems);
}

function guess(bytes: Uint8Array, labels: readonly (string | undefined)[], problems: Problems): string {
  const saysUtf8 = labels.some((label) => label !== undefined && /^utf-?8$/i.test(label));
  const loose = new TextDecoder('utf-8').decode(bytes);
  // A few broken sequences in long UTF-8 (a text cut inside a character) are no reason to think of another charset.
  const broken = loose.split('\uFFFD').length - 1;
  const high = bytes.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
  if (broken * 10 < high) {
    problems.add('charset-broken', `${broken} characters aren't valid UTF-8`);
    return loose;
  }
  const best = analyse(bytes.subarray(0, SNIFF_BYTES)).find(({ name }) => decodeStrict(bytes, name) !== null);
  const charset = best && best.confidence >= 20 ? best.name : 'windows-1252';
  const said = saysUtf8 ? 'labelled UTF-8, which the text is not' : 'no usable charset label';
  problems.add('charset-guessed', `${said}; read as ${charset}`);
  return decodeAs(bytes, charset) ?? loose;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return null;
}

/** UTF-16 and UTF-32 show by the zeros around the first `<` or `{`. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0 && d) return 'utf-32be';
  if (a && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b && c === 0) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  return null;
}

/** Charsets that look like ASCII until they are decoded. */
function isEscaped(label: string | undefined): boolean {
  return label !== undefined && /^(?:iso-2022|utf-7|hz-gb)/i.test(label);
}

function decodeStrict(bytes: Uint8Array, label: string): string | null {
  return decodeWith(bytes, label, true);
}

/** By the platform's decoders (WHATWG labels), else by iconv-lite, which knows the rarer ones. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  const text = decodeWith(bytes, label, false);
  return text ?? (iconv.encodingExists(label) ? iconv.decode(bytes, label) : null);
}

function decodeWith(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal });
    // Node 20 reads windows-1252 (and so ISO-8859-1 and ASCII) as Latin-1: curly quotes become controls.
    return decoder.encoding === 'windows-1252' ? iconv.decode(bytes, 'windows-1252') : decoder.decode(bytes);
  } catch {
    return null;
  }
}

function asLatin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}

function dropControls(text: string, problems: Problems): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]+/g;
  const clean = text.replace(controls, '');
  if (clean.length < text.length) {
    problems.add('control-characters', `${text.length - clean.length} control characters were dropped`);
  }
  return clean.replace(/^\ufeff+/, '');
}
