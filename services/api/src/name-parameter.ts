import { z } from 'zod';

/** An id or name in a request. PostgreSQL's text has no NUL: asked for one, it fails instead of finding nothing. */
export const nameParameter = z
  .string()
  .max(100)
  .refine((name) => !name.includes('\0'), 'must not contain NUL');
