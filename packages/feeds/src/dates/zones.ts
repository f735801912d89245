const HOUR = 60;

/**
 * Offsets from UTC, in minutes, of zone names seen in feeds: RFC 822's, and those of the Americas, Europe and
 * the Pacific. Where a name is ambiguous (CST, IST, BST) the reading usual in news feeds is taken.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  'etc/gmt': 0,
  'etc/utc': 0,
  est: -5 * HOUR,
  edt: -4 * HOUR,
  et: -5 * HOUR,
  cst: -6 * HOUR,
  cdt: -5 * HOUR,
  ct: -6 * HOUR,
  mst: -7 * HOUR,
  mdt: -6 * HOUR,
  mt: -7 * HOUR,
  pst: -8 * HOUR,
  pdt: -7 * HOUR,
  pt: -8 * HOUR,
  akst: -9 * HOUR,
  akdt: -8 * HOUR,
  hst: -10 * HOUR,
  ast: -4 * HOUR,
  adt: -3 * HOUR,
  nst: -210,
  ndt: -150,
  art: -3 * HOUR,
  brt: -3 * HOUR,
  brst: -2 * HOUR,
  clt: -4 * HOUR,
  clst: -3 * HOUR,
  cot: -5 * HOUR,
  ect: -5 * HOUR,
  pet: -5 * HOUR,
  bot: -4 * HOUR,
  vet: -4 * HOUR,
  pyt: -4 * HOUR,
  pyst: -3 * HOUR,
  uyt: -3 * HOUR,
  bst: HOUR,
  ist: 330,
  west: HOUR,
  cet: HOUR,
  cest: 2 * HOUR,
  met: HOUR,
  mest: 2 * HOUR,
  mez: HOUR,
  mesz: 2 * HOUR,
  eet: 2 * HOUR,
  eest: 3 * HOUR,
  sast: 2 * HOUR,
  msk: 3 * HOUR,
  trt: 3 * HOUR,
  gst: 4 * HOUR,
  pkt: 5 * HOUR,
  ict: 7 * HOUR,
  wib: 7 * HOUR,
  hkt: 8 * HOUR,
  sgt: 8 * HOUR,
  awst: 8 * HOUR,
  jst: 9 * HOUR,
  kst: 9 * HOUR,
  aest: 10 * HOUR,
  aedt: 11 * HOUR,
  nzst: 12 * HOUR,
  nzdt: 13 * HOUR,
};

const OFFSET_MAX = 14 * HOUR;

/** Minutes east of UTC for a zone's name, or null when nobody knows it. */
export function zoneOffset(name: string): number | null {
  const key = name.toLowerCase();
  return Object.hasOwn(OFFSETS, key) ? (OFFSETS[key] ?? null) : null;
}

/** Minutes east of UTC for `+02:00`, `-0500`, `+1`; null when there is no such offset. */
export function numericOffset(sign: string, hours: string, minutes: string): number | null {
  const total = Number(hours) * HOUR + Number(minutes || 0);
  if (Number(minutes || 0) >= HOUR || total > OFFSET_MAX) return null;
  return sign === '-' || sign === '−' ? -total : total;
}
