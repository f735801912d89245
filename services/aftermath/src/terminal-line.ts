/**
 * Text from outside as one line that does nothing to a terminal: white space is one space, and what steers terminals
 * or turns the direction of what follows is left out.
 */
export function terminalLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
