import { entriesOn, many, type Words } from './words.ts';

const MONTHS = 'January February March April May June July August September October November December';

export const en: Words = {
  language: 'en',
  months: MONTHS.split(' '),
  longDate: (day, month, year) => `${day} ${month} ${year}`,
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'nothing new' : many(stories, 'story', 'stories')}, ${date}`,
  sampleTag: 'SAMPLE',
  sample: 'SAMPLE: everything below is invented.',
  event: (title, date, days) =>
    days > 0 ? `Day ${days} after: ${title} (${date})` : `What follows: ${title} (${date})`,
  edition: (date, timeZone) => `Digest of ${date}, times in ${timeZone}`,
  catchUp: (previousDate, days) =>
    `No digest went out after ${previousDate}: this one covers the ${days} days since.`,
  nothingNew: 'No new signal since the last digest.',
  summary: (counts, categories) => {
    const what = entriesOn(counts, 'entries on', many(counts.stories, 'story', 'stories'));
    const firsts = counts.firsts === 0 ? '' : `, ${many(counts.firsts, 'of them a first', 'of them firsts')}`;
    return `${what} in ${many(categories, 'category', 'categories')} since the last digest${firsts}.`;
  },
  overview: (days) => `The last ${days} days`,
  newStories: (count) => `${count} new`,
  noneFor: (days) => `none for ${many(days, 'day', 'days')}`,
  cannotSay: 'can’t say',
  status: {
    'carried-out': 'carried out',
    announced: 'announced',
    'called-for': 'called for',
    denied: 'denied',
  },
  firstAnywhere: 'First time in this category',
  firstFor: (countries) => `First time for ${countries}`,
  outlets: (outlets, origins) =>
    `${many(outlets, 'outlet', 'outlets')}, ${many(origins, 'origin', 'origins')}`,
  reliability: 'reliability',
  international: 'international',
  dateUnknown: 'date unknown',
  also: (statuses) => `other reports: ${statuses}`,
  knownSince: (date) => `more on a story of ${date}`,
  more: (stories) => `and ${many(stories, 'more story', 'more stories')}`,
  corrections: 'Corrections',
  correction: {
    text: 'The publisher changed the text.',
    rules: 'The rules of the watch changed.',
    late: 'An article came late that was published earlier.',
  },
  withdrawn: (date, status) => `No longer stands, reported on ${date} as “${status}”`,
  changed: (date, was, now) => `Now “${now}”, reported on ${date} as “${was}”`,
  firstCorrected: (date, where) =>
    `Was not the first${where === '' ? '' : ` for ${where}`}, as reported on ${date}`,
  silence: 'Silence, and what it is worth',
  silent: (category, days, listening, sources) =>
    `${category}: nothing for ${many(days, 'day', 'days')}, with ${listening} of ${sources} sources heard.`,
  unknown: (category, days, listening, sources) =>
    `${category}: can’t say. Nothing came for ${many(days, 'day', 'days')}, but only ${listening} of ${sources} sources were heard.`,
  deaf: (countries) => `Silence is not established about ${countries}.`,
  coverage: (healthy, sources) => `${healthy} of ${sources} sources healthy`,
  noCoverage: 'from an archive: coverage unknown',
  failing: 'Sources that could not be read',
  andMore: (count) => `and ${count} more`,
  since: (date) => `since ${date}`,
  how: 'How this was made',
  made: ({ built, signals, rules, watch, template }) =>
    `Made ${built} from ${many(signals, 'signal', 'signals')}. Classified by rules (${rules}) of the watch (${watch}), template ${template}. Every quote is verbatim; no text here was generated.`,
  openDashboard: 'Open the dashboard',
};
