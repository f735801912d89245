import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchOf } from '../decide/__fixtures__/watch.ts';
import { compileRules } from '../decide/compile-watches.ts';
import { readArticle } from '../decide/read-article.ts';
import { featuresOf } from './features-of.ts';
import { combine, type Model } from './model.ts';
import { Scorer } from './scorer.ts';
import { shippedModel } from './shipped-model.ts';
import { readModel, writeModel } from './written-model.ts';

const WORDS = [
  'police',
  'Arrested',
  'Perú',
  'the',
  'suspects',
  'México',
  'detuvo',
  '12',
  'boat',
  'US',
  'ataque',
  'navios',
];
const rules = compileRules([watchOf([])], null);
const read = (text: string) => readArticle(rules, { title: '', text, lang: 'en' }).text;

describe('the scorer', () => {
  it('finds the features that the training saw', () => {
    const known = new Set(shippedModel.features);
    const scorer = new Scorer(shippedModel, rules.listSets);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 20 }), (words) => {
        for (const sentence of read(words.join(' '))) {
          const seen = featuresOf(sentence, rules.listSets).filter((feature) => known.has(feature));
          const found = scorer.score(sentence).features.map((feature) => shippedModel.features[feature]);
          expect(found.toSorted()).toEqual(seen.toSorted());
        }
      }),
    );
  });

  it('adds up bias and weights, and names what spoke for it', () => {
    const model: Model = {
      data: '',
      features: ['@police', 'boat', 'police arrest'],
      categories: [{ id: 'arrests', bias: -1, weights: [0.5, -2, 3], calibration: [0, 0, 1] }],
    };
    const scorer = new Scorer(model, rules.listSets);
    const [sentence] = read('Police arrested two men.');
    const scores = scorer.score(sentence as NonNullable<typeof sentence>);
    expect(scores.logOdds[0]).toBeCloseTo(2.5);
    expect(scorer.reasons(scores, 0)).toEqual(['police arrest', '@police']);
    expect(scorer.category('unknown')).toBeNull();
  });
});

describe('a probability', () => {
  it.each([
    ['grows with the rules', [1, 0], [2, 0]],
    ['grows with the model', [1, 0], [1, 3]],
  ] as const)('%s', (_, less, more) => {
    const calibration = [-3, 3, 1] as const;
    expect(combine(calibration, more[0], more[1])).toBeGreaterThan(combine(calibration, less[0], less[1]));
  });
});

describe('a written model', () => {
  it('is read as it was', () => {
    expect(readModel(writeModel(shippedModel))).toEqual(shippedModel);
  });
});
