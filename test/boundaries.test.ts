import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript, as dependency-cruiser reads it
import configuration from '../.dependency-cruiser.mjs';

/** [the file, what it imports, the rule that must speak] */
const VIOLATIONS = [
  ['packages/core/src/a.ts', '../../db/src/index.ts', 'core-imports-only-libraries'],
  ['packages/db/src/a.ts', '../../queue/src/index.ts', 'db-imports-only-core-pipeline'],
  ['packages/classify/src/a.ts', 'node:fs', 'pure-packages-do-no-io'],
  ['packages/config/src/a.ts', '../../../services/api/src/index.ts', 'packages-never-import-services'],
  ['services/api/src/a.ts', '../../mailer/src/index.ts', 'services-never-import-services'],
  ['services/web/src/a.ts', '../../../packages/db/src/index.ts', 'web-talks-to-the-api-only'],
  ['services/api/src/b.ts', '../../../packages/testkit/src/index.ts', 'testkit-only-in-tests'],
  ['services/api/src/c.ts', '../../../packages/db/src/inside.ts', 'packages-are-entered-by-their-index'],
  ['packages/db/src/b.ts', '../node_modules/bullmq/index.js', 'bullmq-only-in-queue'],
  ['packages/core/src/c.ts', './nowhere.ts', 'no-unresolvable'],
  ['packages/core/src/d.ts', './e.ts', 'no-circular'],
] as const;

const TARGETS = {
  'packages/db/src/index.ts': '',
  'packages/db/src/inside.ts': '',
  'packages/queue/src/index.ts': '',
  'packages/testkit/src/index.ts': '',
  'services/api/src/index.ts': '',
  'services/mailer/src/index.ts': '',
  'packages/db/node_modules/bullmq/index.js': '',
  'packages/core/src/e.ts': "import './d.ts';",
};

describe('the boundary rules', () => {
  let folder: string;
  let reported: Set<string>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'aftermath-boundaries-'));
    const write = (file: string, content: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${content}\nexport {};\n`);
    };
    for (const [file, content] of Object.entries(TARGETS)) write(file, content);
    for (const [file, imported] of VIOLATIONS) write(file, `import '${imported}';`);
    const { forbidden, options } = configuration as {
      forbidden: IFlattenedRuleSet['forbidden'];
      options: ICruiseOptions;
    };
    const result = await cruise(['packages', 'services'], {
      ...options,
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: forbidden ?? [] },
    });
    const { violations } = (result.output as ICruiseResult).summary;
    reported = new Set(violations.map((violation) => `${violation.from} ${violation.rule.name}`));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(VIOLATIONS)('report %s when it imports %s', (file, _imported, rule) => {
    expect(reported).toContain(`${file} ${rule}`);
  });

  it('has a planted violation for every kind of rule', () => {
    const kinds = new Set(
      (configuration as { forbidden: { name: string }[] }).forbidden.map(({ name }) => kindOf(name)),
    );
    expect(new Set(VIOLATIONS.map(([, , rule]) => kindOf(rule)))).toEqual(kinds);
  });
});

/** Rules made from a table count as one kind. */
function kindOf(name: string): string {
  return name.replace(/^.*-imports-only-.*$/, 'imports-only').replace(/^.*-only-in-(?!tests).*$/, 'only-in');
}
