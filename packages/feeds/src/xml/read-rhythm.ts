import type { Rhythm } from '../model/rhythm.ts';
import { childNamed, childrenNamed, textOf, textsOf, type XmlElement } from './element.ts';

/** What a channel (RSS, RSS 1.0 with the syndication module, Atom with it) says of its own rhythm. */
export function readRhythm(channel: XmlElement): Rhythm {
  return {
    ttl: textOf(childNamed(channel, 'ttl')),
    updatePeriod: textOf(childNamed(channel, 'sy:updateperiod')),
    updateFrequency: textOf(childNamed(channel, 'sy:updatefrequency')),
    skipHours: childrenNamed(channel, 'skiphours').flatMap((hours) => textsOf(hours, 'hour')),
  };
}
