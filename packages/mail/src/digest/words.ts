import type { RuleLanguage, SignalStatus } from '@aftermath/core';

/** The frame of a digest in one language; quotes and headlines stay in their own. */
export interface Words {
  readonly subject: (watch: string, date: string, stories: number) => string;
  readonly sample: string;
  readonly event: (title: string, date: string) => string;
  readonly nothingNew: string;
  readonly summary: (stories: number, categories: number) => string;
  readonly status: Readonly<Record<SignalStatus, string>>;
  readonly firstFor: (countries: string) => string;
  readonly outlets: (outlets: number, origins: number) => string;
  readonly reliability: string;
  readonly dateUnknown: string;
  readonly also: (statuses: string) => string;
  readonly more: (stories: number) => string;
  readonly quiet: string;
  readonly coverage: (healthy: number, sources: number) => string;
  readonly noCoverage: string;
  readonly failing: string;
  readonly andMore: (count: number) => string;
  readonly since: (date: string) => string;
  readonly made: (rules: string, template: string, built: string) => string;
  readonly openDashboard: string;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const en: Words = {
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'nothing new' : `${many(stories, 'story', 'stories')}`}, ${date}`,
  sample: 'SAMPLE: everything below is invented.',
  event: (title, date) => `What follows: ${title} (${date})`,
  nothingNew: 'No new signal since the last digest.',
  summary: (stories, categories) =>
    `${many(stories, 'story', 'stories')} in ${many(categories, 'category', 'categories')} since the last digest.`,
  status: {
    'carried-out': 'carried out',
    announced: 'announced',
    'called-for': 'called for',
    denied: 'denied',
  },
  firstFor: (countries) => `First ever: ${countries}`,
  outlets: (outlets, origins) =>
    `${many(outlets, 'outlet', 'outlets')}, ${many(origins, 'origin', 'origins')}`,
  reliability: 'reliability',
  dateUnknown: 'date unknown',
  also: (statuses) => `other reports: ${statuses}`,
  more: (stories) => `and ${many(stories, 'more story', 'more stories')}`,
  quiet: 'Nothing seen about',
  coverage: (healthy, sources) => `${healthy} of ${sources} sources healthy`,
  noCoverage: 'from an archive: coverage unknown',
  failing: 'Sources that could not be read',
  andMore: (count) => `and ${count} more`,
  since: (date) => `since ${date}`,
  made: (rules, template, built) =>
    `Made ${built} by rules ${rules}, template ${template}. Every quote is verbatim; no text here was generated.`,
  openDashboard: 'Open the dashboard',
};

const es: Words = {
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'sin novedades' : `${many(stories, 'historia', 'historias')}`}, ${date}`,
  sample: 'MUESTRA: todo lo que sigue es inventado.',
  event: (title, date) => `Lo que sigue a: ${title} (${date})`,
  nothingNew: 'Ninguna señal nueva desde el último boletín.',
  summary: (stories, categories) =>
    `${many(stories, 'historia', 'historias')} en ${many(categories, 'categoría', 'categorías')} desde el último boletín.`,
  status: { 'carried-out': 'realizado', announced: 'anunciado', 'called-for': 'pedido', denied: 'negado' },
  firstFor: (countries) => `Primera vez: ${countries}`,
  outlets: (outlets, origins) =>
    `${many(outlets, 'medio', 'medios')}, ${many(origins, 'origen', 'orígenes')}`,
  reliability: 'fiabilidad',
  dateUnknown: 'fecha desconocida',
  also: (statuses) => `otros informes: ${statuses}`,
  more: (stories) => `y ${many(stories, 'historia más', 'historias más')}`,
  quiet: 'Nada visto sobre',
  coverage: (healthy, sources) => `${healthy} de ${sources} fuentes sanas`,
  noCoverage: 'de un archivo: cobertura desconocida',
  failing: 'Fuentes que no se pudieron leer',
  andMore: (count) => `y ${count} más`,
  since: (date) => `desde ${date}`,
  made: (rules, template, built) =>
    `Hecho ${built} con las reglas ${rules}, plantilla ${template}. Cada cita es literal; ningún texto fue generado.`,
  openDashboard: 'Abrir el panel',
};

const pt: Words = {
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'sem novidades' : `${many(stories, 'história', 'histórias')}`}, ${date}`,
  sample: 'AMOSTRA: tudo o que segue é inventado.',
  event: (title, date) => `O que se segue a: ${title} (${date})`,
  nothingNew: 'Nenhum sinal novo desde o último boletim.',
  summary: (stories, categories) =>
    `${many(stories, 'história', 'histórias')} em ${many(categories, 'categoria', 'categorias')} desde o último boletim.`,
  status: { 'carried-out': 'realizado', announced: 'anunciado', 'called-for': 'pedido', denied: 'negado' },
  firstFor: (countries) => `Primeira vez: ${countries}`,
  outlets: (outlets, origins) =>
    `${many(outlets, 'veículo', 'veículos')}, ${many(origins, 'origem', 'origens')}`,
  reliability: 'confiabilidade',
  dateUnknown: 'data desconhecida',
  also: (statuses) => `outros relatos: ${statuses}`,
  more: (stories) => `e ${many(stories, 'história a mais', 'histórias a mais')}`,
  quiet: 'Nada visto sobre',
  coverage: (healthy, sources) => `${healthy} de ${sources} fontes saudáveis`,
  noCoverage: 'de um arquivo: cobertura desconhecida',
  failing: 'Fontes que não puderam ser lidas',
  andMore: (count) => `e mais ${count}`,
  since: (date) => `desde ${date}`,
  made: (rules, template, built) =>
    `Feito ${built} com as regras ${rules}, modelo ${template}. Cada citação é literal; nenhum texto foi gerado.`,
  openDashboard: 'Abrir o painel',
};

export const WORDS: Readonly<Record<RuleLanguage, Words>> = { en, es, pt };
