const EMAIL = '[^\\s()<>@]+@[^\\s()<>@]+';
const EMAIL_THEN_NAME = new RegExp(`^<?(?:mailto:)?(${EMAIL})>?\\s*[(<]?([^()<>]*)[)>]?$`, 'i');
const NAME_THEN_EMAIL = new RegExp(`^(.*?)\\s*[(<]\\s*(${EMAIL})\\s*[)>]$`, 'i');

/** `me@example.org (Ana Ruiz)`, `Ana Ruiz <me@example.org>` → `Ana Ruiz`; a bare address stays. */
export function personName(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 500);
  const after = EMAIL_THEN_NAME.exec(line);
  if (after) return after[2]?.trim() || after[1] || null;
  const before = NAME_THEN_EMAIL.exec(line);
  if (before) return before[1]?.trim() || before[2] || null;
  return line || null;
}
