import type { XmlElement } from './element.ts';

/** Elements that have no inside, and no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col command embed hr img input keygen link meta param source track wbr'.split(' '),
);

/** The inside of an element as markup: XHTML and naked tags become HTML. Depth is bounded by the reader. */
export function innerMarkup(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeText(child) : outerMarkup(child)))
    .join('');
}

function outerMarkup(element: XmlElement): string {
  const tag = htmlName(element);
  const attributes = [...element.attributes]
    .filter(([name, value]) => !isDeclarationOfXhtml(name, value))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  // A <br> that nothing closed has swallowed what follows it.
  if (VOID_ELEMENTS.has(tag)) return `<${tag}${attributes} />${innerMarkup(element)}`;
  return `<${tag}${attributes}>${innerMarkup(element)}</${tag}>`;
}

/** Elements of XHTML, SVG and MathML lose a prefix that HTML wouldn't understand. */
function htmlName(element: XmlElement): string {
  return /^(?:xhtml|svg|math):/.test(element.name)
    ? element.tag.slice(element.tag.indexOf(':') + 1)
    : element.tag;
}

function isDeclarationOfXhtml(name: string, value: string): boolean {
  return name.startsWith('xmlns:') || (name === 'xmlns' && value.endsWith('/xhtml'));
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
