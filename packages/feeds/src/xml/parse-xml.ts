import { LIMITS } from '../limits.ts';
import type { Problems } from '../problems.ts';
import { readDoctype } from './doctype.ts';
import { referenceDecoder } from './references.ts';
import { type TagAttribute, tokenize } from './tokenize.ts';
import { TreeBuilder, type XmlTree } from './tree-builder.ts';

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NAME = /^[\p{L}_][^\s<>&"'=]*$/u;

/**
 * Reads XML, well-formed or not, into a tree.
 *
 * @param documentUrl where the document was got, when that is known
 */
export function parseXml(source: string, documentUrl: string | null, problems: Problems): XmlTree {
  const doctype = readDoctype(source);
  const text =
    doctype.start === doctype.end ? source : source.slice(0, doctype.start) + source.slice(doctype.end);
  const decode = referenceDecoder(doctype, problems);
  const builder = new TreeBuilder(problems, documentUrl);

  const tooManyAttributes = (message: string): void => problems.add('xml-too-many-attributes', message);
  let attributesLeft: number = LIMITS.attributesTotalMax;
  const decodeAttributes = (attributes: readonly TagAttribute[]): ReadonlyMap<string, string> => {
    if (attributes.length === 0) return NO_ATTRIBUTES;
    attributesLeft -= attributes.length;
    if (attributesLeft < 0) {
      tooManyAttributes(`more than ${LIMITS.attributesTotalMax} attributes in the document`);
      return NO_ATTRIBUTES;
    }
    const decoded = new Map<string, string>();
    for (const { name, raw } of attributes) {
      if (decoded.has(name))
        problems.add('xml-duplicate-attribute', 'an attribute given twice; the first one counts');
      else decoded.set(name, decode(raw));
    }
    return decoded;
  };

  tokenize(text, true, {
    open(tag, attributes, selfClosing, written) {
      if (!NAME.test(tag)) {
        problems.add('xml-bare-less-than', 'a < that starts no tag; read as text');
        builder.text(decode(written()));
        return;
      }
      builder.open(tag, decodeAttributes(attributes));
      if (selfClosing) builder.close(tag);
    },
    close: (tag) => builder.close(tag),
    text: (raw, cdata) => builder.text(cdata ? raw : decode(cutRaw(raw, problems))),
    tooManyAttributes: () => tooManyAttributes(`more than ${LIMITS.attributesMax} attributes on one element`),
  });
  return builder.end();
}

/** Text far over the cap isn't decoded to be thrown away: little of a text is references. */
function cutRaw(raw: string, problems: Problems): string {
  const charsMax = LIMITS.textCharsMax * 2;
  if (raw.length > charsMax)
    problems.add('text-too-long', `a text longer than ${charsMax} characters was cut`);
  return raw.slice(0, charsMax);
}
