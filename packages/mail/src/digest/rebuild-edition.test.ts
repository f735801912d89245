import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildEdition } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { rebuildEdition } from './rebuild-edition.ts';
import { renderEdition } from './render-edition.tsx';
import { TEMPLATE_VERSION } from './template-version.ts';

const input = readFileSync(path.join(import.meta.dirname, '__fixtures__/full-day.json'), 'utf8');
const frozen = async () => ({
  input,
  templateVersion: TEMPLATE_VERSION,
  ...(await renderEdition(buildEdition(JSON.parse(input)))),
});

describe('rebuildEdition', () => {
  it('gives the same bytes from the frozen inputs', async () => {
    const edition = await frozen();
    const { input: _, templateVersion: __, ...rendered } = edition;
    expect(await rebuildEdition(edition)).toEqual({ state: 'same', rebuilt: rendered });
  });

  it('names the parts that are not what the inputs give', async () => {
    const edition = await frozen();
    const changed = { ...edition, html: edition.html.replace('three men', 'four men') };
    expect(await rebuildEdition(changed)).toMatchObject({ state: 'differs', parts: ['html'] });
  });

  it('finds inputs that were changed afterwards', async () => {
    const edition = await frozen();
    const changed = { ...edition, input: input.replace('arrested three men', 'arrested four men') };
    expect(await rebuildEdition(changed)).toMatchObject({
      state: 'differs',
      parts: ['html', 'text', 'json'],
    });
  });

  it('does not judge what another template made', async () => {
    expect(await rebuildEdition({ ...(await frozen()), templateVersion: '1' })).toEqual({
      state: 'other-template',
      templateVersion: '1',
    });
  });
});
