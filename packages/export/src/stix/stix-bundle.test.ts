import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExportedSignal } from '@aftermath/core';
import { anExportedSignal } from '@aftermath/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { signalsOf, textOf } from '../__fixtures__/pieces.ts';
import { stixBundleOf } from './stix-bundle.ts';
import type { StixObject } from './stix-objects.ts';

interface Bundle {
  readonly type: string;
  readonly id: string;
  readonly objects: readonly StixObject[];
}

const OASIS = path.join(import.meta.dirname, '__fixtures__/oasis');
const BASE = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas';
const FOLDERS = {
  report: 'sdos',
  identity: 'sdos',
  location: 'sdos',
  'observed-data': 'sdos',
  url: 'observables',
};

/** The schemas of the OASIS committee, as its validator reads them. */
const schemas = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(schemas);
// Of a property that we don't write.
schemas.addFormat('idn-hostname', true);
for (const folder of ['common', 'sdos', 'observables'])
  for (const name of readdirSync(path.join(OASIS, folder)))
    schemas.addSchema(JSON.parse(readFileSync(path.join(OASIS, folder, name), 'utf8')) as object);

function mistakesOf(object: StixObject): unknown {
  const folder = FOLDERS[object.type as keyof typeof FOLDERS];
  const validate = schemas.getSchema(`${BASE}/${folder}/${object.type}.json`);
  if (validate === undefined) throw new Error(`no schema of ${object.type}`);
  return validate(object) ? [] : validate.errors;
}

const bundleOf = async (...signals: readonly ExportedSignal[]) =>
  JSON.parse(await textOf(stixBundleOf(signalsOf(...signals)))) as Bundle;

const { article, evidence } = anExportedSignal();
const other = { ...article, id: 4, url: 'https://example.org/otro?q=1', title: 'Otro', lang: 'es' };
const SIGNALS = [
  anExportedSignal(),
  anExportedSignal({ id: 2, category: 'sanctions', status: 'called-for', countries: [] }),
  anExportedSignal({ id: 3, article: other, source: { title: 'El País', country: 'ES', reliability: 'B' } }),
  anExportedSignal({
    id: 4,
    article: { ...other, id: 5, url: 'https://example.org/bare', title: '', lang: null, publishedAt: null },
    countries: ['BR'],
    source: null,
    evidence: [...evidence, ...evidence],
  }),
];

describe('stixBundleOf', () => {
  it('makes objects that the schemas of OASIS accept', async () => {
    const { type, id, objects } = await bundleOf(...SIGNALS);
    expect(type).toBe('bundle');
    expect(id).toMatch(/^bundle--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(objects.map((object) => [object.id, mistakesOf(object)])).toEqual(
      objects.map((object) => [object.id, []]),
    );
    expect(new Set(objects.map((object) => object.type))).toEqual(new Set(Object.keys(FOLDERS)));
  });

  it('would be told by those schemas what is wrong', async () => {
    const { objects } = await bundleOf(anExportedSignal());
    const report = objects.find(({ type }) => type === 'report');
    const wrong = [
      { ...report, published: 'yesterday' },
      { ...report, object_refs: [] },
      { ...report, confidence: 101 },
      { ...report, id: 'report--1' },
    ];
    for (const object of wrong) expect(mistakesOf(object as StixObject)).not.toEqual([]);
  });

  it('has every object once, after all that it refers to', async () => {
    const { objects } = await bundleOf(...SIGNALS);
    const seen = new Set<string>();
    for (const { id, created_by_ref, object_refs } of objects) {
      expect(seen).not.toContain(id);
      for (const reference of [created_by_ref ?? [], object_refs ?? []].flat())
        expect(seen).toContain(reference);
      seen.add(id);
    }
  });

  it('keeps the order of time that STIX demands', async () => {
    const early = anExportedSignal({ foundAt: '2025-12-31T00:00:00.000Z' });
    for (const object of (await bundleOf(...SIGNALS, { ...early, article: { ...article, id: 9 } })).objects)
      if (object.type !== 'url')
        expect(Date.parse(String(object.modified))).toBeGreaterThanOrEqual(
          Date.parse(String(object.created)),
        );
  });

  it('says of each signal what it is, with its quotes, its outlet and its countries', async () => {
    const { objects } = await bundleOf(anExportedSignal());
    const idOf = (wanted: Partial<StixObject>) =>
      objects.find((object) => Object.entries(wanted).every(([key, value]) => object[key] === value))?.id;
    expect(objects.find(({ type }) => type === 'report')).toMatchObject({
      name: 'Police arrested two men',
      description: '“Police arrested two men.”',
      published: '2026-01-02T12:00:00.000Z',
      confidence: 93,
      labels: ['arrests', 'carried-out'],
      lang: 'en',
      external_references: [{ source_name: 'Test source', url: 'https://example.org/article' }],
      object_refs: [
        idOf({ type: 'observed-data' }),
        idOf({ name: 'Test source' }),
        idOf({ country: 'CO' }),
        idOf({ country: 'VE' }),
      ],
    });
  });

  it('gives a URL the id that every program gives it, and the rest ids that stay', async () => {
    const ids = (await bundleOf(anExportedSignal({ article: { ...article, url: 'https://example.com/' } })))
      .objects;
    expect(ids.map(({ id }) => id)).toEqual([
      'identity--ea82284b-e54d-5065-859a-2e2ab7c13323',
      'identity--fbe0e79a-4e20-5d9c-8969-0f33d634a301',
      'location--7e5ca532-55da-5821-827a-031d11dbea09',
      'location--39dce003-fc4f-5a8b-9cc5-40df2cc192cf',
      'url--be22e93a-5e33-5678-b19f-8b4ea06df0bd',
      'observed-data--0b250f06-c6fd-58f9-93d4-c93148884b8e',
      'report--21102810-cd2d-565c-932b-bf39c34d11b6',
    ]);
  });

  it('has one id for the same content, and another for other content', async () => {
    const [once, twice, fewer] = [await bundleOf(...SIGNALS), await bundleOf(...SIGNALS), await bundleOf()];
    expect(twice.id).toBe(once.id);
    expect(fewer.id).not.toBe(once.id);
    expect(fewer.objects).toHaveLength(1);
  });
});
