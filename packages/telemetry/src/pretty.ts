const MARKS: Readonly<Record<string, string>> = { debug: '·', info: '•', warn: '!', error: '✗', fatal: '✗' };
/** Said already in words, or too long for a terminal. */
const UNSAID = new Set(['level', 'time', 'msg', 'stack', 'err']);

/** Turns JSON log lines into one short line each: time, mark, message, and the fields as key=value. */
export function prettyStream(out: { write(line: string): unknown }): { write(line: string): void } {
  return { write: (line) => void out.write(prettyLine(line)) };
}

/** @param line one JSON log line */
export function prettyLine(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(fields)
    .filter(([name, value]) => !UNSAID.has(name) && value !== null && value !== undefined)
    .map(
      ([name, value]) => `${name}=${printable(typeof value === 'string' ? value : JSON.stringify(value))}`,
    );
  const reason = isError(err) ? [printable(err.message)] : [];
  return `${[String(time).slice(11, 19), MARKS[String(level)] ?? level, msg, ...reason, ...rest].join(' ')}\n`;
}

function isError(value: unknown): value is { message: string } {
  return typeof value === 'object' && value !== null && 'message' in value;
}

/** What a feed wrote must not steer a terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
