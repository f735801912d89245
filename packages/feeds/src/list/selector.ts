import { isTraversal, parse, type Selector, SelectorType } from 'css-what';

/** A selector that was checked: what to look for, and the attribute to take of what is found. */
export interface CheckedSelector {
  readonly groups: Selector[][];
  readonly attribute: string | null;
}

const CHARS_MAX = 300;
const GROUPS_MAX = 8;
const PARTS_MAX = 20;
const ATTRIBUTE = /@([a-z][a-z0-9_-]{0,40})$/i;
/** Those that look at one element and its siblings. `:has` and the like search the page anew for each element. */
const PSEUDOS: ReadonlySet<string> = new Set(
  'first-child last-child only-child first-of-type last-of-type only-of-type nth-child nth-of-type nth-last-child nth-last-of-type empty'.split(
    ' ',
  ),
);
const NTH = /^\s*(?:even|odd|[+-]?\d{0,4}n?(?:\s*[+-]\s*\d{1,4})?)\s*$/i;

/** What is wrong with a selector, or null: it comes from a file and decides how long reading a page takes. */
export function selectorMistake(text: string): string | null {
  const result = readSelector(text);
  return typeof result === 'string' ? result : null;
}

/** @throws RangeError for one that `selectorMistake` speaks of */
export function checkedSelector(text: string): CheckedSelector {
  const result = readSelector(text);
  if (typeof result === 'string') throw new RangeError(`the selector ${JSON.stringify(text)} ${result}`);
  return result;
}

function readSelector(text: string): CheckedSelector | string {
  if (text.length > CHARS_MAX) return `must not be longer than ${CHARS_MAX} characters`;
  const attribute = ATTRIBUTE.exec(text);
  const groups = parsed(attribute ? text.slice(0, attribute.index) : text);
  if (groups === null || groups.length === 0) return 'must be a CSS selector, such as ".news article"';
  if (groups.length > GROUPS_MAX) return `must not have more than ${GROUPS_MAX} alternatives`;
  for (const group of groups) {
    const mistake = groupMistake(group, true);
    if (mistake !== null) return mistake;
  }
  return { groups, attribute: attribute?.[1]?.toLowerCase() ?? null };
}

function parsed(text: string): Selector[][] | null {
  try {
    return parse(text.trim());
  } catch {
    return null;
  }
}

function groupMistake(group: readonly Selector[], mayNegate: boolean): string | null {
  const [first] = group;
  if (first === undefined || isTraversal(first)) return 'must begin with an element, a class or the like';
  if (group.length > PARTS_MAX) return `must not have more than ${PARTS_MAX} parts`;
  for (const part of group) {
    const mistake = partMistake(part, mayNegate);
    if (mistake !== null) return mistake;
  }
  return null;
}

function partMistake(part: Selector, mayNegate: boolean): string | null {
  switch (part.type) {
    case SelectorType.Tag:
    case SelectorType.Universal:
      return part.namespace === null ? null : 'must not name a namespace';
    case SelectorType.Attribute:
    case SelectorType.Child:
    case SelectorType.Descendant:
    case SelectorType.Adjacent:
    case SelectorType.Sibling:
      return null;
    case SelectorType.Pseudo:
      return pseudoMistake(part.name, part.data, mayNegate);
    default:
      return `must not use ${part.type}`;
  }
}

function pseudoMistake(name: string, data: unknown, mayNegate: boolean): string | null {
  if (name === 'not' && mayNegate && Array.isArray(data)) {
    const inner = data as Selector[][];
    const simple = inner.length <= GROUPS_MAX && inner.every((group) => !group.some(isTraversal));
    if (!simple) return 'must have nothing but one element inside :not()';
    return inner.map((group) => groupMistake(group, false)).find((mistake) => mistake !== null) ?? null;
  }
  if (!PSEUDOS.has(name))
    return `must not use :${name.slice(0, 40)}, only :not, :empty and those that count, such as :nth-child`;
  if (name.startsWith('nth-') && !(typeof data === 'string' && NTH.test(data)))
    return `must have a number, even, odd or 2n+1 inside :${name}()`;
  return null;
}
