import { analyse } from 'chardet';

const CHARSET = /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
/** Browsers look for the declaration in the first 1,024 bytes; pages put it later. */
const HEAD_BYTES = 4_096;
const SNIFF_BYTES = 65_536;
const CONFIDENCE_MIN = 30;

/**
 * Bytes of a page to text. A byte order mark decides; then text that is valid UTF-8 is UTF-8, whatever the
 * labels say (text of another charset hardly ever is by chance, and wrong labels are common); then the
 * Content-Type, the page's own declaration, and at last a guess from the bytes.
 *
 * @param contentType the Content-Type header, as received
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decode(bytes, marked, false) ?? '';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const labels = [CHARSET.exec(contentType ?? '')?.[1], CHARSET.exec(head)?.[1]].flatMap(
    (label) => label ?? [],
  );
  // Looks like ASCII, so like UTF-8, until it is decoded.
  const escaped = labels.find((label) => /^(?:cs)?iso-?2022/i.test(label));
  const text = escaped === undefined ? decode(bytes, 'utf-8', true) : decode(bytes, escaped, false);
  if (text !== null) return text;
  for (const label of labels) {
    const labelled = /^utf-?(?:8|16)/i.test(label) ? null : decode(bytes, label, false);
    if (labelled !== null) return labelled;
  }
  return guess(bytes);
}

function guess(bytes: Uint8Array): string {
  const utf8 = new TextDecoder().decode(bytes);
  const broken = utf8.split('\ufffd').length - 1;
  const beyondAscii = bytes.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0);
  // A page cut inside a character is UTF-8 all the same.
  if (broken * 10 < beyondAscii) return utf8;
  const [best] = analyse(bytes.subarray(0, SNIFF_BYTES));
  const charset = best !== undefined && best.confidence >= CONFIDENCE_MIN ? best.name : 'windows-1252';
  return decode(bytes, charset, false) ?? decode(bytes, 'windows-1252', false) ?? utf8;
}

function byteOrderMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return null;
}

/** Null for a charset nobody knows, or (when `strict`) for bytes that aren't of it. */
function decode(bytes: Uint8Array, label: string, strict: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch {
    return null;
  }
}
