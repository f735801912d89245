import { fold } from '../text/fold.ts';
import type { CategoryModel, Model } from './model.ts';
import { type FeatureSource, inCountry, type ListSets, listsIn, stemOf } from './terms.ts';

/** Words remembered with their stem's number: a text has few different words, and the bound keeps memory flat. */
const REMEMBERED_MAX = 50_000;
const SHOWN = 3;
const NONE = -1;

/** The log-odds of one sentence per category. */
export interface Scores {
  readonly logOdds: Float64Array;
  readonly features: readonly number[];
}

/** Applies a model to sentences. One pass over the words for all categories. */
export class Scorer {
  readonly #model: Model;
  readonly #sets: ListSets;
  readonly #categories = new Map<string, number>();
  readonly #features = new Map<string, number>();
  /** Weights by feature, then category: what one feature adds lies together. */
  readonly #weights: Float64Array;
  /** Pairs of stems by their numbers: `first × stems + second`. */
  readonly #pairs = new Map<number, number>();
  readonly #stems = new Map<string, number>();
  /** Features of one stem, by the stem's number. */
  readonly #singles: (number | undefined)[] = [];
  #remembered = new Map<string, number>();

  constructor(model: Model, sets: ListSets) {
    this.#model = model;
    this.#sets = sets;
    const width = model.categories.length;
    this.#weights = new Float64Array(model.features.length * width);
    model.categories.forEach((category, column) => {
      this.#categories.set(category.id, column);
      category.weights.forEach((weight, feature) => {
        this.#weights[feature * width + column] = weight;
      });
    });
    model.features.forEach((feature, index) => {
      this.#features.set(feature, index);
      for (const stem of feature.split(' '))
        if (!this.#stems.has(stem)) this.#stems.set(stem, this.#stems.size);
    });
    model.features.forEach((feature, index) => {
      const [first, second] = feature.split(' ').map((stem) => this.#stems.get(stem) as number);
      if (second === undefined) this.#singles[first as number] = index;
      else this.#pairs.set((first as number) * this.#stems.size + second, index);
    });
  }

  /** The category as the model knows it, or null. */
  category(id: string): { readonly column: number; readonly category: CategoryModel } | null {
    const column = this.#categories.get(id);
    return column === undefined
      ? null
      : { column, category: this.#model.categories[column] as CategoryModel };
  }

  score(source: FeatureSource): Scores {
    const features = this.#featuresIn(source);
    const width = this.#model.categories.length;
    const logOdds = Float64Array.from(this.#model.categories, ({ bias }) => bias);
    for (const feature of features)
      for (let column = 0; column < width; column += 1)
        logOdds[column] = (logOdds[column] as number) + (this.#weights[feature * width + column] as number);
    return { logOdds, features };
  }

  /** The features that spoke loudest for a category, such as `arrest, @people`. */
  reasons({ features }: Scores, column: number): string[] {
    const width = this.#model.categories.length;
    return features
      .map((feature) => ({ feature, weight: this.#weights[feature * width + column] as number }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.feature - b.feature)
      .slice(0, SHOWN)
      .map(({ feature }) => this.#model.features[feature] as string);
  }

  #featuresIn(source: FeatureSource): number[] {
    const country = inCountry(source.countries);
    const named = this.#stems.get('@country') ?? NONE;
    const found = new Set<number>();
    let last = NONE;
    source.words.forEach((word, position) => {
      const isCountry = country(position);
      const stem = isCountry ? named : this.#stemNumber(word);
      const single = isCountry ? undefined : this.#singles[stem];
      if (single !== undefined) found.add(single);
      const pair =
        last === NONE || stem === NONE ? undefined : this.#pairs.get(last * this.#stems.size + stem);
      if (pair !== undefined) found.add(pair);
      last = stem;
    });
    const lists = listsIn(source, this.#sets);
    lists.forEach((one, index) => {
      this.#add(found, one);
      for (const other of lists.slice(index + 1)) this.#add(found, `${one} ${other}`);
    });
    return [...found];
  }

  #stemNumber(word: string): number {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    if (this.#remembered.size >= REMEMBERED_MAX) this.#remembered = new Map();
    const stem = this.#stems.get(stemOf(fold(word))) ?? NONE;
    this.#remembered.set(word, stem);
    return stem;
  }

  #add(found: Set<number>, name: string): void {
    const feature = this.#features.get(name);
    if (feature !== undefined) found.add(feature);
  }
}
