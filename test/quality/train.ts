import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { trainModel, writeModel } from '@aftermath/classify/train';
import { measuredWatch } from './classify/measured-watch.ts';
import { readOwnSentences } from './classify/own-sentences.ts';

const FILE = path.resolve(import.meta.dirname, '../../packages/classify/src/model/shipped-model.json');

/** Trains the model that ships, from the half of our own sentences that isn't kept back for tests. */
export function run(): string {
  const { rows, data } = readOwnSentences();
  const trained = rows.filter(({ test }) => !test);
  const model = trainModel(trained, measuredWatch(), data);
  return `${JSON.stringify(writeModel(model), null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const written = run();
  writeFileSync(FILE, written);
  console.log(`Wrote ${FILE}, ${Math.round(written.length / 1024)} KB.`);
}
