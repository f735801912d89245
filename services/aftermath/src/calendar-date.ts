import { CommandError } from './command-error.ts';

/** Whether a text is a calendar date, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** @throws CommandError when an option is not a calendar date */
export function requireDate(date: string): void {
  if (!isDate(date)) throw new CommandError(`${date} is not a date: write YYYY-MM-DD`, 2);
}
