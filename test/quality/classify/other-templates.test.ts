import { compileWatches } from '@aftermath/classify';
import { describe, expect, it } from 'vitest';
import { measuredWatch } from './measured-watch.ts';

function categoriesWith(template: string): (text: string, lang: string) => string[] {
  const classifier = compileWatches([measuredWatch(undefined, template)]);
  return (text, lang) =>
    (classifier.classify({ title: '', text, lang }, { allInScope: true })[0]?.signals ?? []).map(
      ({ category }) => category,
    );
}

const NOTHING = 'none';

describe('the sanctions-regime template finds', () => {
  const categoriesOf = categoriesWith('sanctions-regime');
  it.each([
    ['designations', 'en', 'The EU imposed sanctions on nine shipping firms.'],
    ['designations', 'es', 'Suiza congeló las cuentas de dos ministros.'],
    ['designations', 'pt', 'Os Estados Unidos anunciaram novas sanções contra a estatal.'],
    ['relief', 'en', 'Washington eased the sanctions on the central bank.'],
    ['relief', 'es', 'El Tesoro emitió una licencia general para la petrolera.'],
    ['relief', 'pt', 'A União Europeia suspendeu as sanções por um ano.'],
    ['evasion', 'en', 'A shadow fleet carries the crude to China.'],
    ['evasion', 'es', 'La red usaba empresas fachada para evadir las sanciones.'],
    ['evasion', 'pt', 'A frota fantasma leva o petróleo à Ásia.'],
    ['enforcement', 'en', 'The bank was fined $90m for breaking sanctions on Cuba.'],
    ['enforcement', 'es', 'España incautó un yate de un oligarca por las sanciones.'],
    ['enforcement', 'pt', 'O banco pagou multa por violar as sanções.'],
    ['countermeasures', 'en', 'Moscow vowed to retaliate against the sanctions.'],
    ['countermeasures', 'es', 'Caracas denunció las sanciones unilaterales.'],
    ['countermeasures', 'pt', 'Cuba rejeitou o bloqueio e as sanções.'],
    [NOTHING, 'en', 'The league announced sanctions on the striker after the match.'],
    [NOTHING, 'es', 'El alcalde sancionó la ordenanza de taxis.'],
    [NOTHING, 'pt', 'O presidente sancionou a lei do orçamento.'],
  ])('%s (%s): %s', (category, lang, text) => {
    const found = categoriesOf(text, lang);
    if (category === NOTHING) expect(found).toEqual([]);
    else expect(found).toContain(category);
  });
});

describe('the natural-disaster-response template finds', () => {
  const categoriesOf = categoriesWith('natural-disaster-response');
  it.each([
    ['casualties', 'en', 'The earthquake killed at least 40 people in the north.'],
    ['casualties', 'es', 'El sismo dejó doce muertos y cien heridos.'],
    ['casualties', 'pt', 'A enchente deixou vinte mortos no sul.'],
    ['rescue', 'en', 'Rescuers pulled a girl alive from the rubble.'],
    ['rescue', 'es', 'Unas dos mil personas fueron evacuadas a albergues.'],
    ['rescue', 'pt', 'Moradores foram resgatados por helicóptero.'],
    ['damage', 'en', 'The storm destroyed 300 homes and left the coast without power.'],
    ['damage', 'es', 'El huracán derrumbó dos puentes y dejó sin luz a la isla.'],
    ['damage', 'pt', 'A chuva destruiu casas e estradas.'],
    ['government-response', 'en', 'The president declared a state of emergency in three provinces.'],
    ['government-response', 'es', 'El gobierno decretó tres días de luto.'],
    ['government-response', 'pt', 'O governador decretou calamidade em dez cidades.'],
    ['international-aid', 'en', 'Mexico sent rescue teams and Japan offered aid.'],
    ['international-aid', 'es', 'Cuba envió médicos y ayuda humanitaria.'],
    ['international-aid', 'pt', 'O Brasil enviou ajuda humanitária ao país.'],
    ['accountability', 'en', 'Prosecutors investigate the builder of the dam after the flood.'],
    ['accountability', 'es', 'La fiscalía investiga a la constructora tras el derrumbe.'],
    ['accountability', 'pt', 'Moradores criticaram a demora da ajuda depois da enchente.'],
    [NOTHING, 'en', 'The bank asked for a rescue package of two billion.'],
    [NOTHING, 'es', 'El partido terminó sin goles.'],
    [NOTHING, 'pt', 'O banco central manteve os juros.'],
  ])('%s (%s): %s', (category, lang, text) => {
    const found = categoriesOf(text, lang);
    if (category === NOTHING) expect(found).toEqual([]);
    else expect(found).toContain(category);
  });
});
