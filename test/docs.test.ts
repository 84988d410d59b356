import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { procedures } from '#domain/procedures/registry.ts';
import { administrationNouns, caseNouns, sdl, statisticsNouns } from '#schema/sdl.ts';

const root = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const isThere = (path: string): boolean => existsSync(new URL(path, root));
const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root.pathname });

const papers = [...find('*.md'), ...find('docs/**/*.md')].toSorted();
const records = find('docs/decisions/[0-9]*.md').map((path) => posix.basename(path));
const manifest: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  read('package.json'),
);

/** The texts of a pattern's first group, each once. */
function named(pattern: RegExp, text: string): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))];
}

describe('the printed page', () => {
  it('says what the code says', () => {
    const { status, stderr } = spawnSync(process.execPath, ['docs/print.ts', '--check'], {
      cwd: root.pathname,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('the decisions', () => {
  it('have a record for every policy a limit or a comment names', () => {
    const limits = procedures.flatMap((procedure) => procedure.limits);
    const source = find('functions/**/*.ts').map(read).join('\n');
    const policies = [
      ...limits.flatMap(({ policy, startChosenBy }) => [policy, startChosenBy]),
      ...named(/@policy (\S+)/g, source),
    ].filter((policy) => policy !== undefined);
    const numbers = records.map((name) => name.slice(0, 4));
    expect(policies.filter((policy) => !numbers.includes(policy))).toEqual([]);
  });

  it('speak of each limit they choose', () => {
    const limits = procedures.flatMap((procedure) => procedure.limits);
    const silent = limits.filter(({ id, policy, startChosenBy }) => {
      const number = policy ?? startChosenBy;
      const record = records.find((name) => name.slice(0, 4) === number);
      return record !== undefined && !read(`docs/decisions/${record}`).includes(id);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('are numbered without a gap', () => {
    const numbers = records.toSorted().map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('are all in the list, and the list names no other', () => {
    const linked = named(/\]\((\d{4}-[\w-]+\.md)\)/g, read('docs/decisions/README.md'));
    expect(linked.toSorted()).toEqual(records.toSorted());
  });

  it.each(records)('fit on one page and have the same three parts: %s', (name) => {
    const text = read(`docs/decisions/${name}`);
    expect(text.startsWith(`# ${name.slice(0, 4)} — `)).toBe(true);
    expect(named(/^## (.+)$/gm, text)).toEqual(['Context', 'Decision', 'Consequences']);
    expect(text.split('\n').length).toBeLessThan(70);
  });

  it('give every package a reason, and no package that is not there', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const reasons = named(/^\| `([^`]+)` \|/gm, read('docs/decisions/0019-dependencies.md'));
    expect(reasons.toSorted()).toEqual(wanted.toSorted());
  });
});

describe('the glossary', () => {
  it('has a row for every noun of the schema', () => {
    const { definitions } = parse(sdl([...caseNouns, ...administrationNouns, ...statisticsNouns]));
    const nouns = definitions.flatMap((each) => {
      const isNoun = /^(Object|Enum|Interface|Scalar|Union)TypeDefinition$/.test(each.kind);
      return isNoun && 'name' in each ? [each.name?.value ?? ''] : [];
    });
    const rows = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .join('\n');
    const words = named(/`(\w+)/g, rows);
    expect(nouns.filter((noun) => !words.includes(noun))).toEqual([]);
  });
});

describe('the papers', () => {
  it('name only commands that there are', () => {
    const verbs = named(/\bnpm (?:run )?([a-z][\w:]*)/g, papers.map(read).join('\n'));
    const known = [...Object.keys(manifest['scripts'] ?? {}), 'ci'];
    expect(verbs.filter((verb) => !known.includes(verb))).toEqual([]);
  });

  it.each(papers)('name only files that there are: %s', (paper) => {
    const path = /`((?:(?:functions|schema|infra|test|docs)\/[\w./-]*)|[\w-]+\.(?:md|json|ts))`/g;
    // A file named alone lies in the root, or beside what the sentence speaks of.
    const gone = named(path, read(paper)).filter(
      (name) => !isThere(name) && find(`{schema,infra,docs}/${name}`).length === 0,
    );
    expect(gone).toEqual([]);
  });

  it.each(papers)('link only to files that there are: %s', (paper) => {
    const links = named(/\]\((?!https?:)([^)#]+)[^)]*\)/g, read(paper));
    const gone = links.filter((link) => !isThere(posix.join(posix.dirname(paper), link)));
    expect(gone).toEqual([]);
  });

  it('tell every limit under "Law" in the changelog', () => {
    const limits = procedures.flatMap((procedure) => procedure.limits);
    const told = named(/^\| ([DP]\d\d) \|/gm, read('CHANGELOG.md'));
    expect(limits.map(({ id }) => id).filter((id) => !told.includes(id))).toEqual([]);
  });

  it('keep the map of the code short enough to be read', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(151);
  });
});
