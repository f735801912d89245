import { compileWatches } from '@aftermath/classify';
import type { Watch } from '@aftermath/core';
import type { Command } from 'commander';
import { archivedArticle, articleOf } from '../archived-article.ts';
import { CommandError } from '../command-error.ts';
import { loadTemplateWatch, loadWatch } from '../load-watch.ts';
import { mapJsonLines } from '../map-json-lines.ts';

interface ClassifyOptions {
  readonly watch?: string;
  readonly template?: string;
  readonly allInScope?: boolean;
}

export function addClassify(program: Command, exit: (code: number) => void): void {
  program
    .command('classify')
    .description('classify articles by a watch, or by the categories of a template')
    .requiredOption(
      '--jsonl',
      'read {"id","title","text","lang"?,"url"?,"publishedAt"?} lines, write one decision a line',
    )
    .option('--watch <file>', 'a watch file')
    .option('--template <name>', 'a built-in template; has no scope of its own, so everything is in scope')
    .option('--all-in-scope', 'classify every article, whatever it is about')
    .action(async (options: ClassifyOptions) => {
      const { watch, allInScope } = await chosen(options);
      const classifier = compileWatches([watch]);
      exit(
        await mapJsonLines(
          async (value) => {
            const line = archivedArticle.parse(value);
            const [decision] = classifier.classify(articleOf(line), { allInScope });
            if (decision === undefined) throw new Error(`the watch ${watch.id} gave no decision`);
            const { inScope, relevance, signals } = decision;
            return { id: line.id, inScope: inScope || allInScope, relevance, signals };
          },
          { inScope: null, relevance: null, signals: [] },
        ),
      );
    });
}

async function chosen(options: ClassifyOptions): Promise<{ watch: Watch; allInScope: boolean }> {
  if ((options.watch === undefined) === (options.template === undefined))
    throw new CommandError('classify needs either --watch FILE or --template NAME', 2);
  if (options.watch !== undefined)
    return { watch: await loadWatch(options.watch), allInScope: options.allInScope ?? false };
  return { watch: loadTemplateWatch(options.template ?? ''), allInScope: true };
}
