import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { offsetInSource } from './offset-in-source.ts';

/** A mistake of a watch file and its place, line and column counted from 1 as editors do. */
export interface WatchFileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export interface YamlDocument {
  /** Null when the YAML couldn't be read at all. */
  readonly value: unknown;
  /** Mistakes of the YAML itself. */
  readonly problems: readonly WatchFileProblem[];
  /** A problem at the value of a path, or at the nearest part above when it isn't there. */
  problemAt(path: Path, message: string): WatchFileProblem;
  /** The same, at a key of the map at the path. */
  problemAtKey(path: Path, key: string, message: string): WatchFileProblem;
  /** The same, at a character (UTF-16) of the text at the path. */
  problemInText(path: Path, offset: number, message: string): WatchFileProblem;
}

/** An alias may repeat what it names this many times: enough for people, not for bombs. */
const ALIASES_MAX = 100;
/** People indent ten deep; a parser's stack ends at some thousands. */
const DEPTH_MAX = 50;
const TOO_DEEP = `is nested more than ${DEPTH_MAX} deep`;
const TOO_MANY_ALIASES = `has aliases (*name) that repeat more than ${ALIASES_MAX} times what they name`;
const SECOND_DOCUMENT = 'a second document begins here (---): write one watch in a file';

/** Reads YAML 1.2 and remembers where everything stands. */
export function readYaml(text: string, file: string): YamlDocument {
  const lines = new LineCounter();
  // The parser's own check of keys takes the square of their number: minutes for a hostile file.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const at = (offset: number, message: string): WatchFileProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const syntax = [
    ...[...document.errors, ...document.warnings].map((error) => {
      const { offset, message } = syntaxMistake(document, error);
      return at(offset, message);
    }),
    ...namelessAliases(document).map(({ name, offset }) =>
      at(offset, `*${name}: nothing before has &${name}`),
    ),
  ];
  const { value, problem } = syntax.length > 0 ? { value: null, problem: null } : plainValue(document);
  return {
    value,
    problems: [...syntax, ...(problem === null ? doubleKeys(document, at) : [at(0, problem)])],
    problemAt: (path, message) => at(startOf(nodeAt(document, path)), message),
    problemAtKey: (path, key, message) => {
      const map = nodeAt(document, path);
      const pair = isMap(map)
        ? map.items.findLast((item) => isScalar(item.key) && String(item.key.value) === key)
        : undefined;
      return at(startOf(isNode(pair?.key) ? pair.key : map), message);
    },
    problemInText: (path, offset, message) => {
      const node = nodeAt(document, path);
      if (!isScalar(node) || typeof node.value !== 'string') return at(startOf(node), message);
      const start = startOf(node);
      const source = text.slice(start, node.range?.[1] ?? start);
      return at(start + offsetInSource(source, node.value, offset), message);
    },
  };
}

/** The parser's own words, save where they speak to programmers or point to the wrong place. */
function syntaxMistake(
  document: Document,
  { code, pos, message }: YAMLError,
): { offset: number; message: string } {
  const [offset] = pos;
  if (message.includes('call stack')) return { offset, message: TOO_DEEP };
  if (code === 'MULTIPLE_DOCS') return { offset, message: SECOND_DOCUMENT };
  return { offset: message.includes('closing') ? openQuote(document, offset) : offset, message };
}

/** Aliases (`*name`) without the anchor (`&name`) that they repeat. */
function namelessAliases(document: Document): { name: string; offset: number }[] {
  const anchors = new Set<string>();
  const nameless: { name: string; offset: number }[] = [];
  visit(document, {
    Value: (_key, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias: (_key, alias) => {
      if (!anchors.has(alias.source)) nameless.push({ name: alias.source, offset: startOf(alias) });
    },
  });
  return nameless;
}

/** Where the quotation mark stands that is never closed: the parser notices at the end of the file only. */
function openQuote(document: Document, before: number): number {
  let start = before;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type?.startsWith('QUOTE') && range && range[0] <= before) start = range[0];
    },
  });
  return start;
}

function plainValue(document: Document): { value: unknown; problem: string | null } {
  let tooDeep = false;
  visit(document, {
    Collection: (_key, _node, path) => {
      tooDeep = path.filter(isCollection).length >= DEPTH_MAX;
      return tooDeep ? visit.BREAK : undefined;
    },
  });
  if (tooDeep) return { value: null, problem: TOO_DEEP };
  try {
    return { value: document.toJS({ maxAliasCount: ALIASES_MAX }), problem: null };
  } catch (error) {
    const { message } = error as Error;
    return { value: null, problem: message.includes('alias count') ? TOO_MANY_ALIASES : message };
  }
}

function doubleKeys(
  document: Document,
  at: (offset: number, message: string) => WatchFileProblem,
): WatchFileProblem[] {
  const problems: WatchFileProblem[] = [];
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const pair of map.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const name = String(pair.key.value);
        if (seen.has(name)) problems.push(at(startOf(pair.key), `${name}: is there twice`));
        seen.add(name);
      }
    },
  });
  return problems;
}

function nodeAt(document: Document, path: Path): Node | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents as Node | null;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
