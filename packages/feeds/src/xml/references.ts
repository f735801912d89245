import { decodeHTML } from 'entities';
import { LIMITS } from '../limits.ts';
import { excerpt, type Problems } from '../problems.ts';
import type { Doctype } from './doctype.ts';

const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z_][\w.-]{0,62});|&/g;
const XML_NAMES: ReadonlySet<string> = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);

/**
 * A decoder of the references in one document's text: numeric, XML's five, HTML's names whether declared or
 * not, and the document's own flat entities within a budget. Linear; what is unknown stays as it was written.
 */
export function referenceDecoder(doctype: Doctype, problems: Problems): (text: string) => string {
  let budget: number = LIMITS.entityCharsMax;

  const decodeOne = (reference: string): string => {
    if (reference === '&') {
      problems.add('xml-bare-ampersand', 'an & that starts no reference; read as text');
      return reference;
    }
    if (XML_NAMES.has(reference) || reference.startsWith('&#')) return decodeHTML(reference);
    const declared = doctype.entities.get(reference.slice(1, -1));
    if (declared !== undefined && budget >= declared.length) {
      budget -= declared.length;
      return declared;
    }
    if (!doctype.external) {
      problems.add(
        'xml-undeclared-entity',
        `the entity ${excerpt(reference)} isn't declared by the document`,
      );
    }
    return decodeHTML(reference);
  };

  return (text) => (text.includes('&') ? text.replace(REFERENCE, decodeOne) : text);
}
