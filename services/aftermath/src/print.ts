/** A command's result: JSON for programs, or text for people. */
export function print(value: unknown, json: boolean | undefined, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}
