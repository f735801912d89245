import { mkdir } from 'node:fs/promises';
import { type Database, findEdition, listEditions, looseQuotes, type StoredEdition } from '@aftermath/db';
import { rebuildEdition } from '@aftermath/mail';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandError } from '../command-error.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';
import { writeEdition } from './replay.ts';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
}

/** Editions of other templates can't be judged: neither right nor wrong. */
const EXIT_UNJUDGED = 3;

interface Verdict {
  readonly id: number;
  readonly watch: string;
  readonly date: string;
  readonly state: 'same' | 'differs' | 'other-template';
  readonly words: string;
}

/** `digest rebuild` and `digest verify`: what went out can be made again from what was frozen. */
export function addDigestVerify(digest: Command, exit: (code: number) => void): void {
  digest
    .command('rebuild')
    .description('make an edition again from its frozen inputs, and say whether it is the same to the byte')
    .argument('<id>', 'number of the edition, see "digest list"', editionId)
    .option('--out <dir>', 'folder for the HTML, text and JSON')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (id: number, flags: Flags & { out?: string }) => {
      const edition = await withDatabase(flags, (db) => requireEdition(db, id));
      const result = await rebuildEdition(edition);
      if (result.state === 'other-template')
        throw new CommandError(otherTemplate(result.templateVersion), EXIT_UNJUDGED);
      if (flags.out !== undefined) {
        await mkdir(flags.out, { recursive: true });
        await writeEdition(flags.out, edition.date, result.rebuilt);
      }
      const words = result.state === 'same' ? 'the same bytes as went out' : partsDiffer(result.parts);
      print({ id, state: result.state }, flags.json, words);
      if (result.state === 'differs') exit(1);
    });

  digest
    .command('verify')
    .description(
      'say of one edition, or of all, whether it can be rebuilt to the byte and its quotes stand in the store',
    )
    .argument('[id]', 'number of the edition, see "digest list"', editionId)
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (id: number | undefined, flags: Flags) => {
      const verdicts = await withDatabase(flags, async (db) => {
        const ids = id === undefined ? await allEditions(db) : [id];
        const all: Verdict[] = [];
        for (const one of ids) all.push(await verify(db, await requireEdition(db, one)));
        return all;
      });
      const lines = verdicts.map(({ id: one, watch, date, words }) => `${one}  ${watch} ${date}  ${words}`);
      print(verdicts, flags.json, lines.length === 0 ? 'no edition yet' : lines.join('\n'));
      exit(exitCode(verdicts));
    });
}

async function verify(db: Database, edition: StoredEdition): Promise<Verdict> {
  const { id, watchId: watch, date } = edition;
  const result = await rebuildEdition(edition);
  if (result.state === 'other-template')
    return { id, watch, date, state: result.state, words: otherTemplate(result.templateVersion) };
  const loose = await looseQuotes(db.orm, id);
  const other = loose.filter(({ state }) => state === 'other');
  const gone = loose.length - other.length;
  const differs = [
    ...(result.state === 'differs' ? [partsDiffer(result.parts)] : []),
    ...(other.length === 0 ? [] : [`${other.length} quotes are not the stored text at their place`]),
  ];
  if (differs.length > 0) return { id, watch, date, state: 'differs', words: differs.join('; ') };
  const missing = gone === 0 ? '' : `; the texts of ${gone} quotes are no longer in the store`;
  return { id, watch, date, state: 'same', words: `same bytes, every quote in its place${missing}` };
}

/** 0: all are as they went out; 1: one isn't; 3: none is known not to be, but some can't be judged. */
function exitCode(verdicts: readonly Verdict[]): number {
  if (verdicts.some(({ state }) => state === 'differs')) return 1;
  return verdicts.some(({ state }) => state === 'other-template') ? EXIT_UNJUDGED : 0;
}

function partsDiffer(parts: readonly string[]): string {
  return `the inputs give another ${parts.join(', ')} than what is stored`;
}

function otherTemplate(version: string): string {
  return `was made by template ${version}, which this release does not have: rebuild it with the release that made it`;
}

async function allEditions({ orm }: Database): Promise<number[]> {
  const rows = await listEditions(orm, undefined, 100_000);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

async function requireEdition({ orm }: Database, id: number): Promise<StoredEdition> {
  const edition = await findEdition(orm, { id });
  if (edition === null) throw new CommandError(`there is no edition ${id}: see "digest list"`);
  return edition;
}

function editionId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('must be the number of an edition');
  return Number(text);
}
