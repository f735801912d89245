export type { Model } from '../model/model.ts';
export { type WrittenModel, writeModel } from '../model/written-model.ts';
export { modelAlone } from './model-alone.ts';
export { trainModel } from './train-model.ts';
export type { TrainingRow } from './training-row.ts';
