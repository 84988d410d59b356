import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import { type RotationRoom, rotateKeys } from '#app/rotate-keys.ts';
import type { Case } from '#domain/case/case.ts';
import type { Command } from '#domain/case/command.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { openMasters } from '#runtime/masters.ts';
import { openSealing } from '#runtime/sealing.ts';
import { newId, random } from '#runtime/world.ts';
import { addMaster, dropFormerMasters } from '#sealing/local-keys.ts';
import { openKeyring } from '#store/keyring.ts';
import { reportOf } from '../support/commands.ts';
import { feedEnd } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let worker: Actor;
let file: string;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
  file = join(mkdtempSync(join(tmpdir(), 'rotation-')), 'sealing.key');
});
afterEach(() => stage.close());

const settings = () => ({ ...readEnvironment(), SEALING_KEY_FILE: file });

/** The stage, sealing under the key file of this test with nothing in memory. */
const around = () => ({ ...stage.around, sealing: openSealing(settings()) });

async function done(command: Command, within = around()): Promise<Case> {
  const asked = { actor: worker, command, expectedVersion: null, idempotencyKey: newId() };
  const answer = await execute(asked, within);
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.refused}`);
  return answer.state;
}

const opened = () => done(reportOf('91001', newId(), stage.now()));

async function openedMany(count: number): Promise<readonly Case[]> {
  const all: Case[] = [];
  while (all.length < count) all.push(await opened());
  return all;
}

const rotation = (more: Partial<RotationRoom> = {}) => {
  const { ledger, world } = stage.around;
  return rotateKeys({
    ledger,
    world,
    worklists: stage.worklists,
    provinces: async () => ['91', '92'],
    keyring: openKeyring(stage.database),
    masters: openMasters(settings()),
    hasTime: () => true,
    ...more,
  });
};

async function incidentOf({ incident: id }: Case) {
  const found = (await stage.around.ledger.incidents([id])).get(id);
  if (found === undefined) throw new Error('The incident is missing');
  return found;
}

/** What the papers of a case say, opened with nothing in memory. */
async function read(state: Case) {
  const { sealing } = around();
  const { keys } = await incidentOf(state);
  const refs = [
    { kind: 'IDENTITY', version: 1 },
    { kind: 'NARRATIVE', version: 1 },
  ] as const;
  const papers = await stage.around.ledger.papers(state, refs);
  const subjects = [state.id, state.incident];
  return Promise.all(
    papers.map((paper, at) => {
      const subject = subjects[at] ?? '';
      return sealing.open({ subject, wrapped: keys[subject] ?? random(0), paper });
    }),
  );
}

const said = [{ fullName: 'Trẻ Thử Nghiệm' }, { currentCondition: 'giả định' }];

/** The sort keys written since a place in the change feed. */
const writtenSince = (after: number) =>
  stage.engine.feed
    .read(after, Number.POSITIVE_INFINITY)
    .map(({ Keys }) => (Keys as { readonly sk: { readonly S: string } }).sk.S);

describe('a change of the master key', () => {
  it('wraps every data key anew, touches no paper, and lets the former master go', async () => {
    const cases = await openedMany(3);
    const papers = await stage.around.ledger.papers(cases[0] as Case, [
      { kind: 'IDENTITY', version: 1 },
    ]);
    addMaster({ file, random });
    const before = feedEnd(stage);
    const came = await rotation();
    // A wrapping is 64 bytes: name of the master, nonce, key and tag.
    expect(came).toEqual({ walks: 2, incidents: 3, keys: 6, bytes: 384, failed: 0, done: true });
    expect(writtenSince(before)).toEqual(['INCIDENT', 'INCIDENT', 'INCIDENT']);
    dropFormerMasters(file);
    for (const each of cases) expect(await read(each)).toEqual(said);
    expect(
      await stage.around.ledger.papers(cases[0] as Case, [{ kind: 'IDENTITY', version: 1 }]),
    ).toEqual(papers);
  });

  it('has nothing to do where there is one master', async () => {
    await opened();
    const before = feedEnd(stage);
    expect(await rotation()).toMatchObject({ walks: 0, done: true });
    expect(writtenSince(before)).toEqual([]);
  });

  it('leaves every paper readable while it is under way', async () => {
    const cases = await openedMany(3);
    addMaster({ file, random });
    const came = await rotation({ hasTime: once() });
    expect(came).toMatchObject({ done: false });
    for (const each of cases) expect(await read(each)).toEqual(said);
  });

  it.each([0, 1, 2])(
    'cut short after %i incidents is gone on with by running again',
    async (after) => {
      const cases = await openedMany(3);
      addMaster({ file, random });
      const keyring = openKeyring(stage.database);
      let written = 0;
      const dying = {
        rewrap: async (...asked: Parameters<typeof keyring.rewrap>) => {
          if (written === after) throw new Error('killed');
          written += 1;
          return keyring.rewrap(...asked);
        },
      };
      expect(await rotation({ keyring: dying })).toMatchObject({ incidents: 3, keys: 2 * after });
      const came = await rotation();
      expect(came).toMatchObject({ incidents: 3 - after, keys: 2 * (3 - after), done: true });
      dropFormerMasters(file);
      for (const each of cases) expect(await read(each)).toEqual(said);
    },
  );

  it('does nothing where all is done, and asks no master', async () => {
    await openedMany(2);
    addMaster({ file, random });
    await rotation();
    const masters = {
      ...openMasters(settings()),
      rewrap: () => Promise.reject(new Error('asked')),
    };
    const before = feedEnd(stage);
    expect(await rotation({ masters })).toMatchObject({ walks: 1, incidents: 0, done: true });
    expect(writtenSince(before)).toEqual([]);
  });

  it('never loses a key to a commit that read the former wrapping, nor a commit to it', async () => {
    const state = await opened();
    addMaster({ file, random });
    const { ledger } = stage.around;
    const adding = (within: typeof stage.around) =>
      done(
        {
          type: 'addReport',
          caseId: state.id,
          happenedAt: null,
          receivedAt: stage.now(),
          channel: 'POST',
          papers: { NARRATIVE: { currentCondition: 'thêm' } },
          otherChildren: [
            {
              sex: 'MALE',
              bornOn: null,
              estimatedAge: 4,
              papers: { IDENTITY: { fullName: 'Trẻ Thử Nghiệm 2' } },
            },
          ],
        },
        within,
      );
    // The whole change of keys happens between what the act has read and its commit.
    let came = 0;
    const late: typeof ledger = {
      ...ledger,
      commit: async (commit) => {
        if (came === 0) came = (await rotation()).keys;
        return ledger.commit(commit);
      },
    };
    await adding({ ...around(), ledger: late });
    expect(came).toBe(2);
    const { incident, keys, master } = await incidentOf(state);
    expect([incident.cases.length, Object.keys(keys).length, master]).toEqual([2, 3, undefined]);
    // The new child's key was made under the newest master; the walk only says so.
    expect(await rotation()).toMatchObject({ incidents: 1, keys: 0, done: true });
    dropFormerMasters(file);
    expect(await read(state)).toEqual(said);
    for (const [subject, wrapped] of Object.entries((await incidentOf(state)).keys))
      expect(await openMasters(settings()).rewrap(wrapped, subject)).toBeUndefined();
  });

  it('reads again when a commit was first', async () => {
    const state = await opened();
    addMaster({ file, random });
    const keyring = openKeyring(stage.database);
    let raced = false;
    const overtaken = {
      rewrap: async (...asked: Parameters<typeof keyring.rewrap>) => {
        if (!raced) await keyring.rewrap(asked[0], asked[0].keys, 'another');
        raced = true;
        return keyring.rewrap(...asked);
      },
    };
    expect(await rotation({ keyring: overtaken })).toMatchObject({ keys: 2, done: true });
    dropFormerMasters(file);
    expect(await read(state)).toEqual(said);
  });

  it('tells of a key that opens under no master, and is not done', async () => {
    const [broken] = await openedMany(2);
    addMaster({ file, random });
    const head = await incidentOf(broken as Case);
    await openKeyring(stage.database).rewrap(
      head,
      { ...head.keys, [head.incident.id]: random(64) },
      'none',
    );
    expect(await rotation()).toMatchObject({ failed: 1, done: false });
    expect(stage.lines).toContainEqual({
      event: 'rotation_failed',
      alarm: true,
      caseId: broken?.id,
      code: 'SealBroken',
    });
  });
});

/** True once, and never again. */
function once(): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked === 1;
  };
}
