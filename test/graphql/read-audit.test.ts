import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '#app/ports/directory.ts';
import { createApi } from '#graphql/api.ts';
import { administrationNouns } from '#schema/sdl.ts';
import { tried } from '../support/breadth.ts';
import { canariesIn } from '../support/lived.ts';
import { type Question, questionsOf } from '../support/questions.ts';
import {
  answered,
  askedByAll,
  auditedOf,
  auditOf,
  given,
  openCanaryApi,
  questionsAbout,
} from '../support/read-audit.ts';

let api: Awaited<ReturnType<typeof openCanaryApi>>;
let questions: readonly Question[];

beforeAll(async () => {
  api = await openCanaryApi();
  questions = questionsAbout(api.state);
});
afterAll(() => api.close());

describe('the register of reads', () => {
  it('has an entry of each class that stands in an answer, and no other, whatever is asked by whom', async () => {
    const { seen, gaps, refused } = await auditOf(api, askedByAll(questions, tried(3)));
    expect(gaps).toEqual([]);
    expect(refused).toEqual([]);
    // Every class with papers was in some answer, so that each could have been missed.
    expect([...seen].toSorted()).toEqual([
      'ASSESSMENT',
      'CARE',
      'IDENTITY',
      'INFORMANT',
      'NARRATIVE',
      'PERPETRATOR',
      'PLAN',
      'PROTECTION',
    ]);
  });

  it('lets nothing out that it could not take down', async () => {
    api.broken.register = true;
    const leaks: string[] = [];
    for (const { path, query } of questions.filter((_, at) => at % 3 < tried(3))) {
      const { text } = await answered({ query, role: 'worker' }, api.serve);
      if (canariesIn(text).length > 0) leaks.push(path);
    }
    api.broken.register = false;
    expect(leaks).toEqual([]);
  });

  it('has its entry before the answer leaves', async () => {
    const entries: (() => void)[] = [];
    const opened = () => new Promise<void>((done) => entries.push(done));
    const audit: Audit = { opened, refused: async () => undefined };
    const serve = createApi({ ...api, audit, sandbox: false });
    const query = `{ case(id: "${api.state.id}") { identity { fullName } } }`;
    let text: string | undefined;
    const answer = answered({ query, role: 'worker' }, serve).then((each) => {
      text = each.text;
    });
    while (entries.length === 0) await new Promise(setImmediate);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(text).toBeUndefined();
    for (const done of entries) done();
    await answer;
    expect(canariesIn(text ?? '')).toEqual(['IDENTITY']);
  });

  it('has an entry for what a mutation shows of the case it changed', async () => {
    const query = `mutation { addNote(input: { caseId: "${api.state.id}",
      idempotencyKey: "key-of-a-note-0001", text: "giả định" }) {
      case { identity { fullName } minutes { text } } userErrors { code } } }`;
    const { text, requestId } = await answered({ query, role: 'worker' }, api.serve);
    expect(canariesIn(text)).toEqual(['ASSESSMENT', 'IDENTITY']);
    expect(auditedOf(api, requestId)).toEqual(['ASSESSMENT', 'IDENTITY']);
  });
});

describe('the door of administrators', () => {
  it('shows no canary, whatever is asked by whom', async () => {
    const asked = questionsOf(administrationNouns, given(api.state.id, ''));
    expect(asked.length).toBeGreaterThan(20);
    const leaks: string[] = [];
    for (const { path, query } of asked)
      for (const role of ['administrator', 'supervisor', 'chair'] as const) {
        const { text } = await answered({ query, role }, api.administer);
        if (canariesIn(text).length > 0) leaks.push(path);
      }
    expect(leaks).toEqual([]);
  });
});
