import { createStoryMemory } from '@aftermath/group';
import type { Command } from 'commander';
import { archivedArticle, articleOf } from '../archived-article.ts';
import { mapJsonLines } from '../map-json-lines.ts';

export function addGroup(program: Command, exit: (code: number) => void): void {
  program
    .command('group')
    .description('put articles that tell the same thing into stories')
    .requiredOption(
      '--jsonl',
      'read {"id","title","text","publishedAt","url"?} lines, write {"id","storyId","copyOf"}',
    )
    .action(async () => {
      const stories = createStoryMemory();
      exit(
        await mapJsonLines(
          async (value) => {
            const line = archivedArticle.parse(value);
            // A story is named by its first article: 7 and "7" are two ids, and come out as they went in.
            const { storyId, copyOf } = stories.add(JSON.stringify(line.id), articleOf(line));
            return {
              id: line.id,
              storyId: JSON.parse(storyId),
              copyOf: copyOf === null ? null : JSON.parse(copyOf),
            };
          },
          { storyId: null, copyOf: null },
        ),
      );
    });
}
