import { bigint, timestamp } from 'drizzle-orm/pg-core';

/** 64-bit ids: a busy installation passes 2^31 rows; JavaScript numbers are exact to 2^53. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
export const ref = () => bigint({ mode: 'number' });
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });
