import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  crossings,
  directions,
  names,
  noCircles,
  noShortcuts,
  type Rule,
  sizes,
  statements,
  worldIsAnInput,
} from './support/architecture.ts';
import type { SourceFile } from './support/source.ts';

const root = new URL('..', import.meta.url).pathname;

const tree: readonly SourceFile[] = globSync('{functions,schema,infra}/**/*.ts', { cwd: root })
  .sort()
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));

// Each is one table of one subject; none may grow.
const longer: Readonly<Record<string, number>> = {};

const rules: Readonly<Record<string, Rule>> = {
  'imports only what lies below': directions,
  'marks a border crossing, and nothing else, with a #': crossings,
  'asks the world for nothing outside of runtime': worldIsAnInput,
  'has names that say something': names,
  'has files that can be read in one sitting': sizes(longer),
  'takes no shortcut around the compiler': noShortcuts,
  'states what is true of every export of the domain': statements,
  'has no circle of imports': noCircles,
};

describe('the code', () => {
  it('is here', () => {
    expect(tree.length).toBeGreaterThan(50);
  });

  it.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(tree)).toEqual([]);
  });

  it('needs every exception it is granted', () => {
    const tooLong = sizes({})(tree).map((fault) => fault.split(' ')[0]);
    expect(tooLong).toEqual(Object.keys(longer).sort());
  });
});

const file = (path: string, text: string): SourceFile => ({ path, text });

/** Files that break a rule, each with what it breaks; the rule must find every one of them. */
const broken: readonly (readonly [string, Rule, readonly SourceFile[]])[] = [
  [
    'an import from above',
    directions,
    [
      file('functions/domain/plan.ts', `import { x } from '#app/execute.ts';`),
      file('functions/domain/plan.ts', `import type { x } from '#store/table.ts';`),
      file('functions/domain/plan.ts', `import * as z from 'zod';`),
      file('functions/domain/case/plan.ts', `import { readFileSync } from 'node:fs';`),
      file('functions/app/execute.ts', `import { x } from '#store/cases.ts';`),
      file(
        'functions/app/execute.ts',
        `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';`,
      ),
      file('functions/store/cases.ts', `import { x } from '#app/execute.ts';`),
      file('functions/store/cases.ts', `export { x } from '#channels/email.ts';`),
      file('functions/channels/email.ts', `import {\n  x,\n} from '#store/notices.ts';`),
      file('functions/sealing/seal.ts', `import { x } from '#runtime/world.ts';`),
      file('functions/graphql/server.ts', `import { x } from '#store/cases.ts';`),
      file('functions/graphql/server.ts', `const x = await import('@aws-sdk/client-kms');`),
      file('functions/runtime/world.ts', `import { x } from '#graphql/server.ts';`),
      file('functions/runtime/world.ts', `import { GraphQLError } from 'graphql';`),
      file('functions/api.ts', `import { handler } from './sweeper.ts';`),
      file('schema/codegen.ts', `import { x } from '#domain/time.ts';`),
      file('infra/table.ts', `import { x } from '#store/cases.ts';`),
      file('infra/lambda.ts', `import { handler } from '../functions/api.ts';`),
      file('infra/lambda.ts', `import '../functions/api.ts';`),
    ],
  ],
  [
    'a border crossed without a #, or a # inside the border',
    crossings,
    [
      file('functions/store/cases.ts', `import { x } from '../domain/time.ts';`),
      file('functions/domain/case/plan.ts', `import { x } from '#domain/time.ts';`),
      file('infra/table.ts', `import { x } from '../functions/store/table.ts';`),
    ],
  ],
  [
    'a question to the world',
    worldIsAnInput,
    [
      file('functions/domain/time.ts', 'const now = Date.now();'),
      file('functions/app/execute.ts', 'const now = new Date();'),
      file('functions/app/execute.ts', 'const today = Temporal.Now.instant();'),
      file('functions/store/cases.ts', 'const id = crypto.randomUUID();'),
      file('functions/sealing/seal.ts', `import { randomBytes } from 'node:crypto';`),
      file('functions/app/execute.ts', 'const pause = Math.random();'),
      file('functions/channels/email.ts', 'const from = process.env.MAIL_FROM;'),
      file('functions/graphql/cost.ts', 'const started = performance.now();'),
      file('functions/api.ts', 'setTimeout(stop, 1000);'),
      file('functions/app/execute.ts', `const line = \`written \${Date.now()}\`;`),
    ],
  ],
  [
    'a name that says nothing',
    names,
    [
      file('functions/domain/utils.ts', ''),
      file('functions/domain/date-helper.ts', ''),
      file('functions/common/time.ts', ''),
      file('infra/index.ts', ''),
      file('functions/app/case-service.ts', ''),
    ],
  ],
  [
    'a file too long for one sitting',
    sizes({ 'functions/domain/known.ts': 260 }),
    [
      file('functions/domain/plan.ts', 'line\n'.repeat(251)),
      file('functions/domain/known.ts', 'line\n'.repeat(261)),
    ],
  ],
  [
    'a shortcut',
    noShortcuts,
    [
      file('functions/api.ts', 'export default handler;'),
      file('functions/api.ts', 'const x: any = 1;'),
      file('functions/api.ts', 'const x = y as any;'),
      file('functions/api.ts', 'const x: Record<string, any> = {};'),
      file('functions/api.ts', 'const x = list[0]!.name;'),
      file('functions/api.ts', 'use(found!);'),
      file('functions/api.ts', 'export enum Step { One }'),
    ],
  ],
  [
    'an export of the domain that states nothing',
    statements,
    [
      file('functions/domain/time.ts', 'export const hours = 24;'),
      file('functions/domain/time.ts', '// An hour.\nexport type Hours = number;'),
      file('functions/domain/case/plan.ts', '/** True. */\n\nexport function plan() {}'),
    ],
  ],
];

describe('each rule', () => {
  it.each(broken)('finds %s', (_, rule, files) => {
    const silent = files.filter((sample) => rule([sample]).length === 0);
    expect(silent).toEqual([]);
  });

  it('finds a circle of three', () => {
    const circle = [
      file('functions/domain/a.ts', `import { b } from './b.ts';`),
      file('functions/domain/b.ts', `import { c } from './case/c.ts';`),
      file('functions/domain/case/c.ts', `import { a } from '../a.ts';`),
      file('functions/domain/d.ts', `import { a } from './a.ts';`),
    ];
    expect(noCircles(circle)).toHaveLength(3);
  });
});

/** What looks like a fault and is none. */
const sound: readonly (readonly [string, Rule, SourceFile])[] = [
  [
    'imports from below',
    directions,
    file(
      'functions/store/cases.ts',
      `import type { Ledger } from '#app/ports/ledger.ts';\nimport { x } from '#domain/time.ts';
       import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { y } from './table.ts';`,
    ),
  ],
  [
    'an import that stands in a comment or a text',
    directions,
    file(
      'functions/domain/plan.ts',
      `// import { x } from '#app/execute.ts';\n/*\nimport 'zod';\n*/\nconst x = "import 'zod'";`,
    ),
  ],
  [
    'types of the core in the schema',
    directions,
    file(
      'schema/generated.ts',
      `import { type Case, type Fact } from '../functions/domain/case.ts';`,
    ),
  ],
  [
    'the clock in runtime',
    worldIsAnInput,
    file('functions/runtime/clock.ts', 'const now = Date.now();'),
  ],
  [
    'words about the clock',
    worldIsAnInput,
    file('functions/domain/time.ts', `// never Date.now()\nconst text = 'Math.random';`),
  ],
  [
    'a denial, an inequality and the word any',
    noShortcuts,
    file('functions/api.ts', `if (!x && a !== b) say('any'); // any\nconst any = { any: 1 };`),
  ],
  [
    'transcribed law of any length',
    sizes({}),
    file('functions/domain/procedures/a.ts', '\n'.repeat(400)),
  ],
  [
    'a stated export',
    statements,
    file('functions/domain/time.ts', '/**\n * True.\n */\nexport const hours = 24;'),
  ],
  [
    'types that need each other',
    noCircles,
    file('functions/domain/a.ts', `import type { A } from './a.ts';`),
  ],
];

describe('no rule', () => {
  it.each(sound)('objects to %s', (_, rule, sample) => {
    expect(rule([sample])).toEqual([]);
  });
});
