import type { RuleLanguage } from '@aftermath/core';
import { en } from './en.ts';
import { es } from './es.ts';
import { pt } from './pt.ts';
import type { Words } from './words.ts';

export const WORDS: Readonly<Record<RuleLanguage, Words>> = { en, es, pt };
export type { Words } from './words.ts';
