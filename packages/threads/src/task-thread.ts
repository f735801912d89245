import { carryFailure, type ThreadOutcome } from './carried-failure.ts';

export interface ThreadTask {
  /** Address of a module whose default export does the task. */
  readonly file: string;
  readonly input: unknown;
}

/** Runs in a worker thread: does the task, and sends a failure home as data. */
export default async function runTask({ file, input }: ThreadTask): Promise<ThreadOutcome> {
  try {
    const task: { default: (input: unknown) => unknown } = await import(file);
    return { result: await task.default(input), failure: null };
  } catch (error) {
    return { result: null, failure: carryFailure(error) };
  }
}
