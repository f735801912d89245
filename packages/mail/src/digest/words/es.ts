import { entriesOn, many, type Words } from './words.ts';

export const es: Words = {
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'sin novedades' : many(stories, 'historia', 'historias')}, ${date}`,
  sampleTag: 'MUESTRA',
  sample: 'MUESTRA: todo lo que sigue es inventado.',
  event: (title, date) => `Lo que sigue a: ${title} (${date})`,
  edition: (date, timeZone) => `Boletín del ${date}, horas de ${timeZone}`,
  catchUp: (previousDate) =>
    `No salió ningún boletín después del ${previousDate}: este cubre los días desde entonces.`,
  nothingNew: 'Ninguna señal nueva desde el último boletín.',
  summary: (counts, categories) => {
    const what = entriesOn(counts, 'entradas sobre', many(counts.stories, 'historia', 'historias'));
    const firsts = counts.firsts === 0 ? '' : `, ${counts.firsts} por primera vez`;
    return `${what} en ${many(categories, 'categoría', 'categorías')} desde el último boletín${firsts}.`;
  },
  status: {
    'carried-out': 'realizado',
    announced: 'anunciado',
    'called-for': 'pedido',
    denied: 'desmentido',
  },
  firstAnywhere: 'Primera vez en esta categoría',
  firstFor: (countries) => `Primera vez para ${countries}`,
  outlets: (outlets, origins) =>
    `${many(outlets, 'medio', 'medios')}, ${many(origins, 'origen', 'orígenes')}`,
  reliability: 'fiabilidad',
  international: 'internacional',
  dateUnknown: 'fecha desconocida',
  also: (statuses) => `otros informes: ${statuses}`,
  more: (stories) => `y ${many(stories, 'historia más', 'historias más')}`,
  quiet: 'Nada visto sobre',
  coverage: (healthy, sources) => `${healthy} de ${sources} fuentes en buen estado`,
  noCoverage: 'de un archivo: cobertura desconocida',
  failing: 'Fuentes que no se pudieron leer',
  andMore: (count) => `y ${count} más`,
  since: (date) => `desde ${date}`,
  made: (rules, template, built) =>
    `Hecho ${built}. Clasificado por reglas (${rules}), plantilla ${template}. Cada cita es literal; ningún texto fue generado.`,
  openDashboard: 'Abrir el panel',
};
