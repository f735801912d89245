import { entriesOn, many, type Words } from './words.ts';

export const pt: Words = {
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'sem novidades' : many(stories, 'história', 'histórias')}, ${date}`,
  sampleTag: 'AMOSTRA',
  sample: 'AMOSTRA: tudo o que segue é inventado.',
  event: (title, date) => `O que se segue a: ${title} (${date})`,
  edition: (date, timeZone) => `Boletim de ${date}, horários de ${timeZone}`,
  catchUp: (previousDate) => `Nenhum boletim saiu depois de ${previousDate}: este cobre os dias desde então.`,
  nothingNew: 'Nenhum sinal novo desde o último boletim.',
  summary: (counts, categories) => {
    const what = entriesOn(counts, 'entradas sobre', many(counts.stories, 'história', 'histórias'));
    const firsts = counts.firsts === 0 ? '' : `, ${counts.firsts} pela primeira vez`;
    return `${what} em ${many(categories, 'categoria', 'categorias')} desde o último boletim${firsts}.`;
  },
  status: {
    'carried-out': 'realizado',
    announced: 'anunciado',
    'called-for': 'pedido',
    denied: 'desmentido',
  },
  firstAnywhere: 'Primeira vez nesta categoria',
  firstFor: (countries) => `Primeira vez para ${countries}`,
  outlets: (outlets, origins) =>
    `${many(outlets, 'veículo', 'veículos')}, ${many(origins, 'origem', 'origens')}`,
  reliability: 'confiabilidade',
  international: 'internacional',
  dateUnknown: 'data desconhecida',
  also: (statuses) => `outros relatos: ${statuses}`,
  more: (stories) => `e ${many(stories, 'história a mais', 'histórias a mais')}`,
  quiet: 'Nada visto sobre',
  coverage: (healthy, sources) => `${healthy} de ${sources} fontes em bom estado`,
  noCoverage: 'de um arquivo: cobertura desconhecida',
  failing: 'Fontes que não puderam ser lidas',
  andMore: (count) => `e mais ${count}`,
  since: (date) => `desde ${date}`,
  made: (rules, template, built) =>
    `Feito ${built}. Classificado por regras (${rules}), modelo ${template}. Cada citação é literal; nenhum texto foi gerado.`,
  openDashboard: 'Abrir o painel',
};
