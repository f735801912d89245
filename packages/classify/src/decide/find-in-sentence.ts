import type { SignalStatus } from '@aftermath/core';
import type { Cue } from '../guards/compiled-guards.ts';
import { type Guarded, guardMatch } from '../guards/guard-match.ts';
import { isPast } from '../guards/past-years.ts';
import type { Span } from '../match/sentence-hits.ts';
import { combine } from '../model/model.ts';
import type { Scorer, Scores } from '../model/scorer.ts';
import type { CompiledCategory, CompiledRule } from './compiled-rules.ts';
import type { ReadSentence } from './read-article.ts';

/** A sentence that is evidence of a category. */
export interface Found {
  readonly sentence: ReadSentence;
  readonly weight: number;
  /** Of rules and model together; null where the model doesn't know the category. */
  readonly probability: number | null;
  readonly status: SignalStatus;
  readonly why: string;
}

interface Held extends Guarded {
  readonly rule: CompiledRule;
  readonly span: Span;
}

/** The sentence as evidence of the category, or null when rules and model together don't take it for one. */
export function findInSentence(
  category: CompiledCategory,
  sentence: ReadSentence,
  scorer: Scorer | null,
): Found | null {
  const held = holdAll(category, sentence);
  const weight = weigh(category, sentence, held);
  if (held.length === 0 || weight < category.threshold) return null;
  if (category.exclude.some(({ index }) => sentence.matches.has(index))) return null;
  const scores = category.learned === null ? null : sentence.scores();
  const judged =
    category.learned === null || scores === null
      ? null
      : judge(category.learned, scores, weight / category.threshold);
  if (judged !== null && judged.combined < PROBABILITY_MIN) return null;
  const status = statusOf(held);
  const reasons = judged === null ? [] : (scorer?.reasons(judged.scores, judged.column) ?? []);
  return {
    sentence,
    weight,
    probability: judged?.probability ?? null,
    status,
    why: explain(held, status, sentence, reasons),
  };
}

/**
 * What the rules take and the model finds this unlikely is no evidence. The model adds none of its own: on headlines
 * that it never saw, that cost more precision than it won recall (docs/classification.md).
 */
const PROBABILITY_MIN = 0.2;

/**
 * Sentences of our own are told apart more easily than news: what is said of them is drawn towards the share of signals
 * that were right on 167 of real headlines and leads (0.83; expected calibration error 0.12 without, 0.02 with).
 */
const TRUST = { least: 0.62, share: 0.25 };

function judge(
  { column, category }: NonNullable<CompiledCategory['learned']>,
  scores: Scores,
  rules: number,
) {
  const combined = combine(category.calibration, rules, scores.logOdds[column] ?? 0);
  return { scores, column, combined, probability: TRUST.least + TRUST.share * combined };
}

/** The weight of the category's rules that hold in the sentence, in units of the category. */
export function weightIn(category: CompiledCategory, sentence: ReadSentence): number {
  return weigh(category, sentence, holdAll(category, sentence)) / category.threshold;
}

function weigh({ titleWeight }: CompiledCategory, { field }: ReadSentence, held: readonly Held[]): number {
  return held.reduce((sum, { rule }) => sum + rule.weight, 0) * (field === 'title' ? titleWeight : 1);
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
function explain(
  held: readonly Held[],
  status: SignalStatus,
  { words }: ReadSentence,
  reasons: readonly string[],
): string {
  const say = (from: number, to: number) => words.slice(from, to).join(' ');
  const rules = held.map(({ rule, span }) => {
    const parts = span.parts.toSorted((a, b) => a.start - b.start).map(({ start, end }) => say(start, end));
    return `${[...new Set(parts)].join(' … ')} (rule ${rule.number})`;
  });
  const cue: Cue | null = held.find((one) => one.status === status)?.cue ?? null;
  const said = cue === null ? '' : `; ${status}: “${say(cue.start, cue.end)}” (${cue.guard.id})`;
  return `${rules.join('; ')}${said}${reasons.length === 0 ? '' : `; model: ${reasons.join(', ')}`}`;
}
