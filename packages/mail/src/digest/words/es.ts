import { entriesOn, many, type Words } from './words.ts';

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre';

export const es: Words = {
  language: 'es',
  months: MONTHS.split(' '),
  longDate: (day, month, year) => `${day} de ${month} de ${year}`,
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'sin novedades' : many(stories, 'historia', 'historias')}, ${date}`,
  sampleTag: 'MUESTRA',
  sample: 'MUESTRA: todo lo que sigue es inventado.',
  event: (title, date, days) =>
    days > 0
      ? `${days === 1 ? 'Primer día' : `Día ${days}`} después de: ${title} (${date})`
      : `Lo que sigue a: ${title} (${date})`,
  edition: (date, timeZone) => `Boletín del ${date}, horas de ${timeZone}`,
  catchUp: (previousDate, days) =>
    `No salió ningún boletín después del ${previousDate}: este cubre los ${days} días desde entonces.`,
  nothingNew: 'Ninguna señal nueva desde el último boletín.',
  summary: (counts, categories) => {
    const what = entriesOn(counts, 'entradas sobre', many(counts.stories, 'historia', 'historias'));
    const firsts = counts.firsts === 0 ? '' : `, ${counts.firsts} por primera vez`;
    return `${what} en ${many(categories, 'categoría', 'categorías')} desde el último boletín${firsts}.`;
  },
  overview: (days) => `Los últimos ${days} días`,
  newStories: (count) => many(count, 'nueva', 'nuevas'),
  noneFor: (days) => `nada en ${many(days, 'día', 'días')}`,
  cannotSay: 'no se sabe',
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
  knownSince: (date) => `más sobre una historia del ${date}`,
  more: (stories) => `y ${many(stories, 'historia más', 'historias más')}`,
  corrections: 'Correcciones',
  correction: {
    text: 'El medio cambió el texto.',
    rules: 'Cambiaron las reglas del seguimiento.',
    late: 'Llegó tarde un artículo publicado antes.',
  },
  withdrawn: (date, status) => `Ya no se sostiene; se informó el ${date} como «${status}»`,
  changed: (date, was, now) => `Ahora «${now}»; se informó el ${date} como «${was}»`,
  firstCorrected: (date, where) =>
    `No fue la primera vez${where === '' ? '' : ` para ${where}`}, como se informó el ${date}`,
  silence: 'El silencio y lo que vale',
  silent: (category, days, listening, sources) =>
    `${category}: nada en ${many(days, 'día', 'días')}, con ${listening} de ${sources} fuentes escuchadas.`,
  unknown: (category, days, listening, sources) =>
    `${category}: no se sabe. No llegó nada en ${many(days, 'día', 'días')}, pero solo se escucharon ${listening} de ${sources} fuentes.`,
  deaf: (countries) => `El silencio no está establecido sobre ${countries}.`,
  coverage: (healthy, sources) => `${healthy} de ${sources} fuentes en buen estado`,
  noCoverage: 'de un archivo: cobertura desconocida',
  failing: 'Fuentes que no se pudieron leer',
  andMore: (count) => `y ${count} más`,
  since: (date) => `desde ${date}`,
  how: 'Cómo se hizo',
  made: ({ built, signals, rules, watch, template }) =>
    `Hecho ${built} con ${many(signals, 'señal', 'señales')}. Clasificado por reglas (${rules}) del seguimiento (${watch}), plantilla ${template}. Cada cita es literal; ningún texto fue generado.`,
  openDashboard: 'Abrir el panel',
};
