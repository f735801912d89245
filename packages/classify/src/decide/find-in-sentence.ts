import type { SignalStatus } from '@aftermath/core';
import type { Cue } from '../guards/compiled-guards.ts';
import { type Guarded, guardMatch } from '../guards/guard-match.ts';
import { isPast } from '../guards/past-years.ts';
import type { Span } from '../match/sentence-hits.ts';
import type { CompiledCategory, CompiledRule } from './compiled-rules.ts';
import type { ReadSentence } from './read-article.ts';

/** A sentence that is evidence of a category. */
export interface Found {
  readonly sentence: ReadSentence;
  readonly weight: number;
  readonly status: SignalStatus;
  readonly why: string;
}

interface Held extends Guarded {
  readonly rule: CompiledRule;
  readonly span: Span;
}

/** The sentence as evidence of the category, or null when its rules don't reach the threshold. */
export function findInSentence(category: CompiledCategory, sentence: ReadSentence): Found | null {
  const held = holdAll(category, sentence);
  const share = sentence.field === 'title' ? category.titleWeight : 1;
  const weight = held.reduce((sum, { rule }) => sum + rule.weight, 0) * share;
  if (held.length === 0 || weight < category.threshold) return null;
  if (category.exclude.some(({ index }) => sentence.matches.has(index))) return null;
  const status = statusOf(held);
  return { sentence, weight, status, why: explain(held, status, sentence) };
}

const NONE_HELD: readonly Held[] = [];

/** The category's rules that hold in the sentence. Asked of every sentence for every category: most have none. */
function holdAll({ rules, keepNegated }: CompiledCategory, sentence: ReadSentence): readonly Held[] {
  let held: Held[] | null = null;
  for (const index of sentence.matches.keys()) {
    const rule = rules.get(index);
    const one = rule === undefined ? null : hold(rule, sentence, keepNegated);
    if (one !== null) held = [...(held ?? []), one];
  }
  return held?.sort((a, b) => a.rule.number - b.rule.number) ?? NONE_HELD;
}

/** The first of the rule's places that the guards leave, one that is done before one that is not. */
function hold(
  rule: CompiledRule,
  { matches, cues, pastYears }: ReadSentence,
  keepNegated: boolean,
): Held | null {
  let best: Held | null = null;
  for (const span of matches.get(rule.index) ?? []) {
    const guarded = isPast(span, pastYears) ? null : guardMatch(span, cues, keepNegated);
    if (guarded === null) continue;
    if (guarded.status === 'carried-out') return { ...guarded, rule, span };
    best ??= { ...guarded, rule, span };
  }
  return best;
}

/** The status of the heaviest rules; where they weigh the same, the one that says less. */
function statusOf(held: readonly Held[]): SignalStatus {
  const weights = new Map<SignalStatus, number>();
  for (const { status, rule } of held) weights.set(status, Math.max(weights.get(status) ?? 0, rule.weight));
  const order: readonly SignalStatus[] = ['denied', 'called-for', 'announced', 'carried-out'];
  return order.reduce(
    (best, status) => ((weights.get(status) ?? 0) > (weights.get(best) ?? 0) ? status : best),
    'denied',
  );
}

/** Such as `police … arrested (rule 3); called-for by “urged”`. */
function explain(held: readonly Held[], status: SignalStatus, { words }: ReadSentence): string {
  const say = (from: number, to: number) => words.slice(from, to).join(' ');
  const rules = held.map(({ rule, span }) => {
    const parts = span.parts.toSorted((a, b) => a.start - b.start).map(({ start, end }) => say(start, end));
    return `${[...new Set(parts)].join(' … ')} (rule ${rule.number})`;
  });
  const cue: Cue | null = held.find((one) => one.status === status)?.cue ?? null;
  return `${rules.join('; ')}${cue === null ? '' : `; ${status}: “${say(cue.start, cue.end)}” (${cue.guard.id})`}`;
}
