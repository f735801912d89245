// The puller as it ships, on the built packages, alone in a process so that its time and memory are its own.
// Plain JavaScript: a TypeScript loader would be counted too. Looks at every source twice, then tells its parent
// what each round cost.
import { addTasks, createTaskStore, openDatabase, sourceHealth } from '@aftermath/db';
import { createFetcher } from '@aftermath/fetch';
import { runStage } from '@aftermath/pipeline';
import { runPuller } from '@aftermath/puller';
import { createJobQueue } from '@aftermath/queue';

const [connectionString = '', host = ''] = process.argv.slice(2);
const fail = (error) => {
  throw error;
};
const db = openDatabase({ connectionString, onError: fail });
const queue = await createJobQueue({ kind: 'postgres', connectionString }, fail);
const fetcher = createFetcher({ userAgent: 'Aftermath-bench', allowPrivate: [host] });
const clock = { now: () => new Date() };
const wakes = new Set();
const stopListening = await db.onTasks((stage) => {
  if (stage === 'pull') for (const wake of wakes) wake();
});
let heard = (_event) => {};

const runOne = (stage, handler, signal) =>
  runStage(
    {
      stage,
      store: createTaskStore(db),
      queue,
      handler,
      clock,
      onTasks: (wake) => {
        wakes.add(wake);
        return () => wakes.delete(wake);
      },
      onEvent: (event) => heard(event),
      onFault: fail,
    },
    signal,
  );

const keys = (await sourceHealth(db.orm)).map(({ id }) => String(id));

/** From the moment that all sources become due until the last one's result is committed. */
async function round(status) {
  const before = process.cpuUsage();
  const started = performance.now();
  await new Promise((resolve, reject) => {
    let done = 0;
    heard = ({ outcome, fields }) => {
      done += 1;
      if (outcome !== 'done' || fields.status !== status)
        reject(new Error(JSON.stringify({ outcome, fields })));
      else if (done === keys.length) resolve();
    };
    addTasks(
      db.orm,
      keys.map((key) => ({ stage: 'pull', key })),
    ).catch(reject);
  });
  const wallSeconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return {
    wallSeconds,
    cpuSeconds: (user + system) / 1e6,
    peakRssMiB: process.resourceUsage().maxRSS / 1_024,
  };
}

/** Waits for the parent, which looks at what the database server took so far. */
async function tell(message) {
  const answered = new Promise((resolve) => process.once('message', resolve));
  process.send(message);
  await answered;
}

const stop = new AbortController();
const puller = runPuller({ db, runStage: runOne, fetcher, clock, pollIntervalMs: 3_600_000 }, stop.signal);
await tell('ready');
await tell(await round(200));
await tell(await round(304));
stop.abort();
await puller;
await stopListening();
await fetcher.close();
await queue.close();
await db.close();
process.disconnect();
