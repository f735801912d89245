import type { RuleLanguage, SignalStatus } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { categoryOf, watchOf } from '../decide/__fixtures__/watch.ts';
import { compileWatches } from '../decide/compile-watches.ts';
import { GUARDS } from './compiled-guards.ts';

const category = categoryOf(
  'arrest* OR strike* OR deten* OR ataque* OR ataques OR prende* OR prisão OR preso',
);
const classifier = compileWatches([watchOf([category])]);

function statusOf(
  text: string,
  lang: RuleLanguage,
  publishedAt: string | null = null,
): SignalStatus | 'none' {
  const [decision] = classifier.classify({ title: '', text, lang, publishedAt }, { allInScope: true });
  return decision?.signals[0]?.status ?? 'none';
}

/** A sentence per guard in which it acts, and one near to it in which it doesn't. */
const CASES: readonly (readonly [string, RuleLanguage, string, SignalStatus | 'none', string])[] = [
  ['negation', 'en', 'Police have not arrested him.', 'none', 'Police arrested not only him.'],
  ['condition', 'en', 'If arrested, he will talk.', 'none', 'He was arrested.'],
  [
    'call or consideration',
    'en',
    'The party urged the arrest of the mayor.',
    'called-for',
    'Police arrested the mayor.',
  ],
  ['announcement', 'en', 'The army will strike the camp.', 'announced', 'The army strikes the camp.'],
  ['deliberation', 'en', 'The army weighs a strike on the camp.', 'called-for', 'The army strikes the camp.'],
  ['denial', 'en', 'The minister denied any strike.', 'denied', 'He was denied bail after the arrest.'],
  ['history', 'en', 'He was arrested twenty years ago.', 'none', 'He was arrested two days ago.'],
  ['figure of speech', 'en', 'Teams strike a deal.', 'none', 'Jets strike a camp.'],
  ['sport', 'en', 'The goalkeeper will strike back.', 'none', 'The goalless mayor was arrested.'],
  ['fiction', 'en', 'In the movie the hero is arrested.', 'none', 'In the port a man is arrested.'],
  ['negación', 'es', 'No hubo detenidos.', 'none', 'No solo hubo detenidos.'],
  ['condición', 'es', 'Si es detenido, hablará.', 'none', 'Fue detenido.'],
  [
    'pedido o consideración',
    'es',
    'Exigen la detención del alcalde.',
    'called-for',
    'Celebran la detención del alcalde.',
  ],
  ['anuncio', 'es', 'El hombre será detenido.', 'announced', 'El hombre fue detenido.'],
  [
    'futuro',
    'es',
    'El capo será juzgado tras su detención.',
    'announced',
    'El capo fue juzgado tras su detención.',
  ],
  ['deliberación', 'es', 'El ejército sopesa un ataque.', 'called-for', 'El ejército lanza un ataque.'],
  ['desmentido', 'es', 'El ministro negó el ataque.', 'denied', 'El ministro vio el ataque.'],
  ['historia', 'es', 'Fue detenido hace diez años.', 'none', 'Fue detenido hace diez días.'],
  ['figura', 'es', 'Sufrió un ataque al corazón.', 'none', 'Sufrió un ataque al puerto.'],
  ['deporte', 'es', 'El ataque del delantero fue pobre.', 'none', 'El ataque del ejército fue duro.'],
  ['ficción', 'es', 'En la película es detenido.', 'none', 'En la calle es detenido.'],
  ['negação', 'pt', 'Ninguém diz que não houve prisão.', 'none', 'Houve não só prisão.'],
  ['condição', 'pt', 'Em caso de ataque, fuja.', 'none', 'Houve ataque.'],
  [
    'pedido ou consideração',
    'pt',
    'Pedem a prisão do prefeito.',
    'called-for',
    'Houve a prisão do prefeito.',
  ],
  ['anúncio', 'pt', 'Ele será preso.', 'announced', 'Ele foi preso.'],
  ['futuro', 'pt', 'A marinha fará ataques.', 'announced', 'A marinha fez ataques.'],
  ['deliberação', 'pt', 'O governo avalia ataques.', 'called-for', 'O governo ordenou ataques.'],
  ['desmentido', 'pt', 'O ministro nega o ataque.', 'denied', 'O ministro viu o ataque.'],
  ['história', 'pt', 'Foi preso há dez anos.', 'none', 'Foi preso há dez dias.'],
  ['figura', 'pt', 'Sofreu um ataque cardíaco.', 'none', 'Sofreu um ataque aéreo.'],
  ['esporte', 'pt', 'O ataque do goleiro foi raro.', 'none', 'O ataque do exército foi raro.'],
  ['ficção', 'pt', 'No filme ele é preso.', 'none', 'Na rua ele é preso.'],
];

describe('each guard', () => {
  it.each(CASES)('%s (%s) acts in %j: %s; not in %j', (_, lang, text, status, other) => {
    expect([statusOf(text, lang), statusOf(other, lang)]).toEqual([status, 'carried-out']);
  });

  it('is tested', () => {
    const tested = CASES.map(([id, lang]) => `${lang} ${id}`);
    expect(GUARDS.map(({ id, lang }) => `${lang} ${id}`)).toEqual(tested);
  });
});

describe('guards together', () => {
  it('take a happening of a past year for history when the article has a date', () => {
    const text = 'He was arrested in 2019 in Lima.';
    expect(statusOf(text, 'en', '2026-05-01T00:00:00Z')).toBe('none');
    expect(statusOf(text, 'en', '2019-05-01T00:00:00Z')).toBe('carried-out');
    expect(statusOf(text, 'en')).toBe('carried-out');
  });

  it('take a year at the head of a sentence for the date of all of it', () => {
    const text = 'En marzo de 2016 la policía de la ciudad de Lima y la marina anunciaron un ataque.';
    expect(statusOf(text, 'es', '2026-05-01T00:00:00Z')).toBe('none');
    expect(statusOf('The 2016 law is old; police made an arrest.', 'en', '2026-05-01T00:00:00Z')).toBe(
      'carried-out',
    );
  });

  it.each([
    ['es', 'Irán detuvo a un barco y fue un ataque.'],
    ['pt', 'Irã prende dois.'],
  ] as const)('take no country for a verb of the future (%s)', (lang, text) => {
    expect(statusOf(text, lang)).toBe('carried-out');
  });

  it('take last year for news in January', () => {
    expect(statusOf('He was arrested in December 2025.', 'en', '2026-01-03T00:00:00Z')).toBe('carried-out');
  });

  it('do not act in texts of another language', () => {
    expect(statusOf('No arrest was made, si.', 'es')).toBe('none');
    expect(statusOf('Unless arrested', 'es')).toBe('carried-out');
  });

  it('leave alone what the rule itself asks for', () => {
    const own = compileWatches([watchOf([categoryOf('"no arrest"')])]);
    const [decision] = own.classify(
      { title: '', text: 'There was no arrest.', lang: 'en' },
      { allInScope: true },
    );
    expect(decision?.signals[0]?.status).toBe('carried-out');
  });

  it('keep a negated match where the category says so', () => {
    const own = compileWatches([watchOf([categoryOf('basis', { keepNegated: true })])]);
    const [decision] = own.classify(
      { title: '', text: 'There is no basis.', lang: 'en' },
      { allInScope: true },
    );
    expect(decision?.signals).toHaveLength(1);
  });
});
