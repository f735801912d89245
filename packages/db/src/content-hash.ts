import { createHash } from 'node:crypto';

/** SHA-256, in hex, of parts kept apart by a NUL so that moving text between them changes it. */
export function contentHash(...parts: readonly (string | null)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part ?? '').update('\0');
  return hash.digest('hex');
}
