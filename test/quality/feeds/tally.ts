export interface Tally {
  passed: number;
  total: number;
}

export function sum(tallies: ReadonlyMap<string, Tally>): Tally {
  const total = { passed: 0, total: 0 };
  for (const tally of tallies.values()) {
    total.passed += tally.passed;
    total.total += tally.total;
  }
  return total;
}

export function ratio({ passed, total }: Tally): number {
  return total === 0 ? 1 : passed / total;
}
