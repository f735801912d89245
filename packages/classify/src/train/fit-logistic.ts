/** One example: the features it has, and whether it is of the class. */
export interface Example {
  /** Numbers of its features, each once. Those with a value other than 1 give it in `values`. */
  readonly features: readonly number[];
  readonly values?: readonly number[];
  readonly is: boolean;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

export interface FitOptions {
  /** Strength of the L2 penalty per example. */
  readonly penalty: number;
  readonly rounds: number;
}

const STEP = 0.3;
/** Keeps the first steps of AdaGrad finite. */
const EPSILON = 1e-8;

/**
 * Logistic regression with an L2 penalty, by full gradients with AdaGrad steps (Duchi, Hazan and Singer 2011). No
 * chance in it: the same examples in the same order give the same weights to the last bit.
 */
export function fitLogistic(
  examples: readonly Example[],
  features: number,
  { penalty, rounds }: FitOptions,
): Fitted {
  const weights = new Float64Array(features);
  const squares = new Float64Array(features);
  let bias = 0;
  let biasSquares = 0;
  const n = Math.max(1, examples.length);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = Float64Array.from(weights, (weight) => penalty * weight);
    let biasGradient = 0;
    for (const example of examples) {
      const error = (probability(example, bias, weights) - (example.is ? 1 : 0)) / n;
      biasGradient += error;
      example.features.forEach((feature, index) => {
        gradient[feature] = (gradient[feature] as number) + error * (example.values?.[index] ?? 1);
      });
    }
    biasSquares += biasGradient ** 2;
    bias -= (STEP * biasGradient) / Math.sqrt(biasSquares + EPSILON);
    gradient.forEach((slope, feature) => {
      const square = (squares[feature] as number) + slope ** 2;
      squares[feature] = square;
      weights[feature] = (weights[feature] as number) - (STEP * slope) / Math.sqrt(square + EPSILON);
    });
  }
  return { bias, weights };
}

function probability({ features, values }: Example, bias: number, weights: Float64Array): number {
  const logOdds = features.reduce(
    (sum, feature, index) => sum + (weights[feature] as number) * (values?.[index] ?? 1),
    bias,
  );
  return 1 / (1 + Math.exp(-logOdds));
}
