/** A check that doesn't answer in this time has failed: whoever asks has a deadline of his own. */
const CHECK_MS_MAX = 5_000;

export interface HealthReport {
  readonly ok: boolean;
  /** Per check: null when it passed, else why it failed. */
  readonly checks: Readonly<Record<string, string | null>>;
}

/** Looks at everything at once. Never rejects. */
export type Health = () => Promise<HealthReport>;

/** Combines checks, each of which rejects to say that something is wrong, into one answer. */
export function createHealth(
  checks: Readonly<Record<string, () => Promise<void>>>,
  checkMsMax = CHECK_MS_MAX,
): Health {
  return async () => {
    const names = Object.keys(checks);
    const results = await Promise.all(Object.values(checks).map((check) => failureOf(check, checkMsMax)));
    return {
      ok: results.every((failure) => failure === null),
      checks: Object.fromEntries(names.map((name, index) => [name, results[index] ?? null])),
    };
  };
}

async function failureOf(check: () => Promise<void>, checkMsMax: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${checkMsMax} ms`), checkMsMax);
  });
  const failure = Promise.resolve()
    .then(check)
    .then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  try {
    return await Promise.race([failure, late]);
  } finally {
    clearTimeout(timer);
  }
}
