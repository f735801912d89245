import type { Watch } from '@aftermath/core';
import { compileRules } from '../decide/compile-watches.ts';
import type { CompiledCategory } from '../decide/compiled-rules.ts';
import { weightIn } from '../decide/find-in-sentence.ts';
import { type ReadSentence, readArticle } from '../decide/read-article.ts';
import { featuresOf } from '../model/features-of.ts';
import type { CategoryModel, Model } from '../model/model.ts';
import { type Example, type Fitted, fitLogistic } from './fit-logistic.ts';
import type { TrainingRow } from './training-row.ts';

/** Found by trying 0.0003 to 0.03 on the folds of the training half. */
const PENALTY = 0.002;
const ROUNDS = 300;
/** A feature of one sentence alone teaches nothing of others. */
const SENTENCES_MIN = 2;
const FOLDS = 5;
const CALIBRATION = { penalty: 0.001, rounds: 1_000 };

interface Sample {
  readonly row: TrainingRow;
  readonly sentence: ReadSentence;
  readonly features: readonly number[];
}

/**
 * Trains a model beside the rules of a watch's categories. The same rows in the same order give the same model.
 *
 * @param data SHA-256 of what the rows were read from, kept in the model
 */
export function trainModel(rows: readonly TrainingRow[], watch: Watch, data: string): Model {
  const rules = compileRules([watch], null);
  const sentences = rows.map((row) => {
    const { text } = readArticle(rules, { title: '', text: row.text, lang: row.lang });
    return text.toSorted((a, b) => b.words.length - a.words.length)[0] as ReadSentence;
  });
  const named = sentences.map((sentence) => featuresOf(sentence, rules.listSets));
  const features = frequent(named);
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  const samples = rows.map(
    (row, index): Sample => ({
      row,
      sentence: sentences[index] as ReadSentence,
      features: (named[index] as string[]).flatMap((feature) => numbers.get(feature) ?? []),
    }),
  );
  const categories = (rules.watches[0]?.categories ?? []).map((category) =>
    trainCategory(category, samples, features.length),
  );
  return { data, features, categories };
}

function trainCategory(category: CompiledCategory, samples: readonly Sample[], width: number): CategoryModel {
  const judged = samples.filter(({ row }) => !row.unsure.includes(category.id));
  const examples = judged.map(
    ({ row, features }): Example => ({ features, is: row.labels.includes(category.id) }),
  );
  const fit = (some: readonly Example[]) => fitLogistic(some, width, { penalty: PENALTY, rounds: ROUNDS });
  // Scores on sentences that were not trained on: those of the others are too sure.
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fit(examples.filter((_, i) => i % FOLDS !== fold)),
  );
  const stacked = judged.map(({ sentence, row, features }, index): Example => {
    const logOdds = scoreWith(models[index % FOLDS] as Fitted, features);
    return {
      features: [0, 1],
      values: [Math.min(weightIn(category, sentence), 2), logOdds],
      is: row.labels.includes(category.id),
    };
  });
  const calibration = fitLogistic(stacked, 2, CALIBRATION);
  const { bias, weights } = fit(examples);
  return {
    id: category.id,
    bias: rounded(bias),
    weights: Array.from(weights, rounded),
    calibration: [calibration.bias, calibration.weights[0] ?? 0, calibration.weights[1] ?? 0].map(
      rounded,
    ) as [number, number, number],
  };
}

function scoreWith({ bias, weights }: Fitted, features: readonly number[]): number {
  return features.reduce((sum, feature) => sum + (weights[feature] as number), bias);
}

function frequent(named: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const features of named)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= SENTENCES_MIN)
    .map(([feature]) => feature)
    .sort();
}

/** Two digits are as good as sixteen here, and a tenth of the size. */
function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
