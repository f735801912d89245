import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

/** A mistake of a watch file and its place, both counted from 1 as editors do. */
export interface WatchFileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export interface YamlDocument {
  readonly value: unknown;
  /** Mistakes of the YAML itself. */
  readonly problems: readonly WatchFileProblem[];
  /** A problem at the value of a path, or at its key; at the nearest part above when it isn't there. */
  problemAt(
    path: Path,
    message: string,
    where?: 'key' | 'value',
    offsetInText?: number | null,
  ): WatchFileProblem;
}

/** An alias may repeat what it names this many times: enough for people, not for bombs. */
const ALIASES_MAX = 100;

/** Reads YAML and remembers where everything stands. */
export function readYaml(text: string, file: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number, message: string): WatchFileProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => at(pos[0], message));
  let value: unknown = null;
  try {
    if (document.errors.length === 0) value = document.toJS({ maxAliasCount: ALIASES_MAX });
  } catch (error) {
    problems.push(at(0, (error as Error).message));
  }
  return {
    value,
    problems,
    problemAt: (path, message, where = 'value', offsetInText = null) => {
      const node = nearest(document, path, where);
      const inside = offsetInText === null ? 0 : quoteLength(node) + offsetInText;
      return at(startOf(node) + inside, message);
    },
  };
}

function nearest(document: Document, path: Path, where: 'key' | 'value'): Node | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node =
      where === 'key' && length === path.length
        ? keyNode(document, path)
        : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents as Node | null;
}

function keyNode(document: Document, path: Path): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return null;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return pair?.key;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

/** An offset into a quoted scalar's text begins after its quote. */
function quoteLength(node: Node | null): number {
  return isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') ? 1 : 0;
}
