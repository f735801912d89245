import { entriesOn, many, type Words } from './words.ts';

export const en: Words = {
  subject: (watch, date, stories) =>
    `${watch}: ${stories === 0 ? 'nothing new' : many(stories, 'story', 'stories')}, ${date}`,
  sampleTag: 'SAMPLE',
  sample: 'SAMPLE: everything below is invented.',
  event: (title, date) => `What follows: ${title} (${date})`,
  edition: (date, timeZone) => `Digest of ${date}, times in ${timeZone}`,
  catchUp: (previousDate) => `No digest went out after ${previousDate}: this one covers the days since.`,
  nothingNew: 'No new signal since the last digest.',
  summary: (counts, categories) => {
    const what = entriesOn(counts, 'entries on', many(counts.stories, 'story', 'stories'));
    const firsts = counts.firsts === 0 ? '' : `, ${many(counts.firsts, 'of them a first', 'of them firsts')}`;
    return `${what} in ${many(categories, 'category', 'categories')} since the last digest${firsts}.`;
  },
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
  more: (stories) => `and ${many(stories, 'more story', 'more stories')}`,
  quiet: 'Nothing seen about',
  coverage: (healthy, sources) => `${healthy} of ${sources} sources healthy`,
  noCoverage: 'from an archive: coverage unknown',
  failing: 'Sources that could not be read',
  andMore: (count) => `and ${count} more`,
  since: (date) => `since ${date}`,
  made: (rules, template, built) =>
    `Made ${built}. Classified by rules (${rules}), template ${template}. Every quote is verbatim; no text here was generated.`,
  openDashboard: 'Open the dashboard',
};
