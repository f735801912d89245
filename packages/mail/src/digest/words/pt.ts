import { entriesOn, many, type Words } from './words.ts';

const MONTHS = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro';

export const pt: Words = {
  language: 'pt',
  months: MONTHS.split(' '),
  longDate: (day, month, year) => `${day === '1' ? '1º' : day} de ${month} de ${year}`,
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'sem novidades' : many(stories, 'história', 'histórias')}, ${date}`,
  sampleTag: 'AMOSTRA',
  sample: 'AMOSTRA: tudo o que segue é inventado.',
  event: (title, date, days) =>
    days > 0
      ? `${days === 1 ? 'Primeiro dia' : `Dia ${days}`} depois de: ${title} (${date})`
      : `O que se segue a: ${title} (${date})`,
  edition: (date, timeZone) => `Boletim de ${date}, horários de ${timeZone}`,
  catchUp: (previousDate, days) =>
    `Nenhum boletim saiu depois de ${previousDate}: este cobre os ${days} dias desde então.`,
  nothingNew: 'Nenhum sinal novo desde o último boletim.',
  summary: (counts, categories) => {
    const what = entriesOn(counts, 'entradas sobre', many(counts.stories, 'história', 'histórias'));
    const firsts = counts.firsts === 0 ? '' : `, ${counts.firsts} pela primeira vez`;
    return `${what} em ${many(categories, 'categoria', 'categorias')} desde o último boletim${firsts}.`;
  },
  overview: (days) => `Os últimos ${days} dias`,
  newStories: (count) => many(count, 'nova', 'novas'),
  noneFor: (days) => `nada em ${many(days, 'dia', 'dias')}`,
  cannotSay: 'não se sabe',
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
  knownSince: (date) => `mais sobre uma história de ${date}`,
  more: (stories) => `e ${many(stories, 'história a mais', 'histórias a mais')}`,
  corrections: 'Correções',
  correction: {
    text: 'O veículo mudou o texto.',
    rules: 'As regras do acompanhamento mudaram.',
    late: 'Chegou tarde um artigo publicado antes.',
  },
  withdrawn: (date, status) => `Não se sustenta mais; relatado em ${date} como “${status}”`,
  changed: (date, was, now) => `Agora “${now}”; relatado em ${date} como “${was}”`,
  firstCorrected: (date, where) =>
    `Não foi a primeira vez${where === '' ? '' : ` para ${where}`}, como relatado em ${date}`,
  silence: 'O silêncio e o que ele vale',
  silent: (category, days, listening, sources) =>
    `${category}: nada em ${many(days, 'dia', 'dias')}, com ${listening} de ${sources} fontes ouvidas.`,
  unknown: (category, days, listening, sources) =>
    `${category}: não se sabe. Nada chegou em ${many(days, 'dia', 'dias')}, mas só ${listening} de ${sources} fontes foram ouvidas.`,
  deaf: (countries) => `O silêncio não está estabelecido sobre ${countries}.`,
  coverage: (healthy, sources) => `${healthy} de ${sources} fontes em bom estado`,
  noCoverage: 'de um arquivo: cobertura desconhecida',
  failing: 'Fontes que não puderam ser lidas',
  andMore: (count) => `e mais ${count}`,
  since: (date) => `desde ${date}`,
  how: 'Como foi feito',
  made: ({ built, signals, rules, watch, template }) =>
    `Feito ${built} com ${many(signals, 'sinal', 'sinais')}. Classificado por regras (${rules}) do acompanhamento (${watch}), modelo ${template}. Cada citação é literal; nenhum texto foi gerado.`,
  openDashboard: 'Abrir o painel',
};
