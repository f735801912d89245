import { createStoryMemory, type Fingerprint } from '@aftermath/group';

/** Articles timed at each size. */
const TIMED = 2_000;
/** Articles of one happening, on average, of which some are copies. */
const TELLINGS = 5;
const COPIES = 0.2;
const HAPPENINGS_AT_ONCE = 500;
/** Terms of which news is made: few are in very many happenings. */
const TERMS = 400_000;

export interface GrowthFigure {
  /** Articles remembered. */
  readonly articles: number;
  /** Articles placed a second at this size, without the making of their fingerprints, whose time doesn't grow. */
  readonly perSecond: number;
  readonly bytes: number;
}

/** Articles placed a second while the memory grows, on generated fingerprints with the shape of real ones. */
export function* measureGrowth(sizes: readonly number[]): Generator<GrowthFigure> {
  const memory = createStoryMemory();
  const next = createLoad();
  let at = 0;
  for (const size of sizes) {
    while (at < size - TIMED) memory.addPrint(String(at++), next(), null);
    const timed = Array.from({ length: TIMED }, next);
    const started = performance.now();
    for (const print of timed) memory.addPrint(String(at++), print, null);
    const seconds = (performance.now() - started) / 1_000;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    yield { articles: memory.size, perSecond: TIMED / seconds, bytes: heapUsed + arrayBuffers };
  }
}

/** Fingerprints of happenings: a telling keeps four in five of its happening's terms, a copy has all of another's sketch. */
function createLoad(): () => Fingerprint {
  const random = generator(1);
  const whole = (below: number) => Math.floor(random() * below);
  const term = () => Math.floor(TERMS * random() ** 3);
  const happenings: { readonly terms: readonly number[]; last: Fingerprint | null }[] = [];
  return () => {
    if (happenings.length === 0 || random() < 1 / TELLINGS) {
      happenings.push({ terms: Array.from({ length: 60 }, term), last: null });
      if (happenings.length > HAPPENINGS_AT_ONCE) happenings.shift();
    }
    const happening = happenings[whole(happenings.length)];
    if (happening === undefined) throw new Error('there is a happening');
    if (happening.last !== null && random() < COPIES) return happening.last;
    const hashes = [...new Set(happening.terms.map((own) => (random() < 0.8 ? own : term())))];
    const minima = Array.from({ length: 64 }, () => whole(2 ** 30));
    const top = hashes.slice(0, 7).sort((a, b) => a - b);
    happening.last = {
      sketch: { minima, size: 300 },
      terms: { hashes, weights: hashes.map((_, i) => 250 - 3 * i), names: 20 },
      lang: 'en',
      agencies: [],
      keys: [
        ...top.flatMap((a, i) => top.slice(i + 1).map((b) => `s${a.toString(36)}-${b.toString(36)}`)),
        ...Array.from({ length: 8 }, (_, band) => `c${band}${minima.slice(band * 4, band * 4 + 4).join()}`),
      ],
    };
    return happening.last;
  };
}

/** The same numbers in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
