/** A command that can't do what it was asked: one line for the person, and an exit code. */
export class CommandError extends Error {
  /** 1: it failed. 2: it was called wrongly. 3: it can neither be said to have worked nor to have failed. */
  readonly exitCode: 1 | 2 | 3;

  constructor(message: string, exitCode: 1 | 2 | 3 = 1) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}
