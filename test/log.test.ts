import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nameOf } from '#app/failure.ts';
import type { LogLine } from '#app/ports/world.ts';
import { log } from '#runtime/log.ts';
import { hearEverything } from './support/sinks.ts';
import { codeOf } from './support/source.ts';

const allowed = {
  event: 'x',
  alarm: true,
  caseId: 'x',
  code: 'x',
  count: 1,
  lagSeconds: 1,
  officer: 'x',
  requestId: 'x',
} as const satisfies Required<LogLine>;

const root = new URL('../functions/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));

/** What each call of the log says, as it is written. */
const calls = files
  .filter(({ path }) => path !== 'runtime/log.ts')
  .flatMap(({ path, text }) =>
    [...text.matchAll(/\blog\(\{(?<said>[\s\S]*?)\}\);/g)].map(({ groups }) => ({
      path,
      said: groups?.['said'] ?? '',
    })),
  );

/** The names of members in the text of an object, those of spread objects too. */
const namesIn = (said: string): readonly string[] =>
  said
    .replaceAll(/'[^']*'/g, "''")
    .replaceAll(/\([^()]*\)/g, '()')
    .split(/[,{]/)
    .map((each) => /^\s*(\w+)\s*(?::|,|$|\}|\))/.exec(each)?.[1])
    .filter((name) => name !== undefined);

describe('the log', () => {
  let heard: ReturnType<typeof hearEverything>;
  beforeAll(() => {
    heard = hearEverything();
  });
  beforeEach(() => void heard.lines.splice(0));
  afterAll(() => heard.stop());
  const said = () => heard.lines.map((line) => JSON.parse(line));

  it('is told by every call only what is on its list, and never a message', () => {
    expect(calls.length).toBeGreaterThan(20);
    for (const { path, said: text } of calls) {
      const names = namesIn(text);
      expect(names, path).toContain('event');
      for (const name of names) expect(Object.keys(allowed), `${path}: ${name}`).toContain(name);
      expect(text, path).not.toMatch(/message|stack|JSON\.|input|variables/);
    }
  });

  it('is the only way out: nothing else writes to the screen', () => {
    const silent = files.filter(({ path }) => path !== 'runtime/log.ts');
    for (const file of silent)
      expect(codeOf(file), file.path).not.toMatch(
        /\bconsole\b|process\.(stdout|stderr|emitWarning)/,
      );
  });

  it('writes what is on its list', () => {
    log(allowed);
    expect(said()).toEqual([allowed]);
  });

  it('leaves out what is not, of whatever kind, and what is no word', () => {
    const name = 'Nguyễn Thị Kanari';
    const sneaked = {
      event: 'x',
      name,
      message: name,
      count: name,
      alarm: name,
      __proto__: { code: name },
    };
    log(sneaked as never);
    log({ event: 'x', code: name, officer: name, caseId: `a\n{"event":"y"}`, requestId: 'a b' });
    log({ event: 'x', code: '\u001b[31mred', officer: 'x'.repeat(201) });
    log(JSON.parse(`{"event":"x","constructor":"${name}","toString":"${name}"}`));
    expect(said()).toEqual([{ event: 'x' }, { event: 'x' }, { event: 'x' }, { event: 'x' }]);
    expect(heard.lines.every((line) => line.split('\n').length === 2)).toBe(true);
  });

  it.each([
    ['an error', new Error('Nguyễn Thị Kanari')],
    [
      'an error with a name of its own',
      Object.assign(new Error('x'), { name: 'Nguyễn Thị Kanari' }),
    ],
    ['a text', 'Nguyễn Thị Kanari'],
    ['an object', { name: 'Nguyễn Thị Kanari', message: 'Nguyễn Thị Kanari' }],
    ['nothing', undefined],
  ])('learns of %s that was thrown no word that it says', (_, thrown) => {
    log({ event: 'x', code: nameOf(thrown) });
    expect(heard.lines.join()).not.toMatch(/Nguy|Kanari/);
  });
});
