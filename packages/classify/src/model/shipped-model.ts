import type { Model } from './model.ts';
import written from './shipped-model.json' with { type: 'json' };
import { readModel } from './written-model.ts';

/** The model that `npm run train` made; what it was made from: packages/classify/training/README.md. */
export const shippedModel: Model = readModel(written);
