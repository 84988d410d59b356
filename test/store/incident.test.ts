import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import type { Commit } from '#app/ports/ledger.ts';
import type { Surroundings } from '#app/surroundings.ts';
import type { Case } from '#domain/case/case.ts';
import type { Command, CommandOf, OtherChild } from '#domain/case/command.ts';
import type { Fact, FactType } from '#domain/case/event.ts';
import { fold } from '#domain/case/evolve.ts';
import { type Incident, incidentAfter, receiptOf } from '#domain/case/incident.ts';
import { nation } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Instant, instant, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { askAll } from '#store/database.ts';
import { keys } from '#store/table.ts';
import { reportOf } from '../support/commands.ts';
import { sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const received = instant('2026-01-05T07:30:00+07:00');
let stage: TestStage;
let worker: Actor;
let chair: Actor;
let hotline: Actor;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
  chair = await stage.appoint('COMMUNE_CHAIR', '91001');
  hotline = await stage.appoint('HOTLINE_111', nation, 'TD-111');
});
afterEach(() => stage.close());

type Wish = { readonly version?: number; readonly key?: string; readonly around?: Surroundings };

function ask(actor: Actor, command: Command, { version, key, around }: Wish = {}) {
  const asked = { actor, command, expectedVersion: version ?? null };
  return execute({ ...asked, idempotencyKey: key ?? newId() }, around ?? stage.around);
}

async function done(actor: Actor, command: Command, wish: Wish = {}): Promise<Case> {
  const answer = await ask(actor, command, wish);
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.refused}`);
  return answer.state;
}

const children = (count: number): readonly OtherChild[] =>
  Array.from({ length: count }, (_, at) => ({
    sex: 'MALE',
    bornOn: null,
    estimatedAge: at + 1,
    papers: { IDENTITY: { fullName: `Trẻ Thử Nghiệm ${at + 2}` } },
  }));

const told = { NARRATIVE: { currentCondition: 'giả định' }, INFORMANT: { name: 'Người Báo Tin' } };

const reportOfMany = (count: number) =>
  reportOf('91001', newId(), received, {
    otherChildren: children(count - 1),
    papers: { IDENTITY: { fullName: 'Trẻ Thử Nghiệm 1' }, PERPETRATOR: [{}], ...told },
  });

function adding(caseId: string, more: Partial<CommandOf<'addReport'>> = {}) {
  const act = { type: 'addReport', caseId, happenedAt: null } as const;
  const said = { receivedAt: received, channel: 'POST', papers: told, otherChildren: [] } as const;
  return { ...act, ...said, ...more };
}

const correcting = (caseId: string, report: number, receivedAt: Instant): Command => ({
  type: 'correctReceipt',
  caseId,
  happenedAt: null,
  report,
  receivedAt,
  reason: 'EVIDENCE',
});

const assessing = (caseId: string): Command => ({
  type: 'assessInitially',
  caseId,
  happenedAt: null,
  seriousHarm: false,
  papers: {},
});

const ledger = () => stage.around.ledger;

async function incidentOf({ incident: id }: Case) {
  const found = (await ledger().incidents([id])).get(id);
  if (found === undefined) throw new Error('The incident is missing');
  return found;
}

async function statesOf(of: Case): Promise<readonly Case[]> {
  const { incident } = await incidentOf(of);
  const heads = await ledger().heads(incident.cases.map(({ id }) => id));
  return incident.cases.map(({ id }) => heads.get(id)?.state as Case);
}

/** The types of the facts of the last commit on each case. */
async function lastFacts(states: readonly Case[]): Promise<readonly (readonly FactType[])[]> {
  const events = await Promise.all(states.map(({ id, seq }) => ledger().events(id, seq - 1)));
  const ofReports: readonly FactType[] = ['ReportAdded', 'ReceiptCorrected', 'ReceiptMoved'];
  const kept = ({ facts }: { readonly facts: readonly Fact[] }) =>
    facts.map(({ type }) => type).filter((type) => ofReports.includes(type));
  return events.map((each) => each.flatMap(kept));
}

/** Every state is the fold of its events, every chain holds, and so is the incident itself. */
async function expectSound(of: Case): Promise<void> {
  const { incident } = await incidentOf(of);
  let folded: Incident | undefined;
  for (const state of await statesOf(of)) {
    const events = await ledger().events(state.id, 0);
    for (const { facts } of events) folded = incidentAfter(folded, state.id, facts);
    const facts = events.flatMap((event) => event.facts);
    const { seq, revision } = state;
    expect({ ...fold(undefined, facts, state.id), seq, revision }).toEqual(state);
    expect(events).toHaveLength(seq);
    const head = await ledger().head(state.id);
    const ends = { start: chainStart(state.id), head: { seq, hash: head?.hash ?? '' } };
    expect(verifyChain(events as never, ends)).toMatchObject({ ok: true });
    expect(state.receivedAt).toBe(receiptOf(incident, state.id));
  }
  expect(folded).toEqual(incident);
}

const numberIn = (code: string) => Number(code.split('-')[1]);

describe('a report of fifteen children', () => {
  it('opens fifteen cases at once, with consecutive codes and one number of Form 01', async () => {
    const first = await done(hotline, reportOfMany(15));
    const states = await statesOf(first);
    expect(states).toHaveLength(15);
    const codes = states.map(({ code }) => numberIn(code));
    expect(codes).toEqual(codes.map((_, at) => numberIn(first.code) + at));
    const events = await Promise.all(states.map(({ id }) => ledger().events(id, 0)));
    const numbers = events
      .flat()
      .flatMap(({ facts }) =>
        facts.flatMap((fact) => (fact.type === 'ReportRecorded' ? [fact.number.number] : [])),
      );
    expect(numbers).toEqual(Array.from({ length: 15 }, () => 1));
    await expectSound(first);
  });

  it('lists every case for the commune, its province and the place that took it down', async () => {
    const first = await done(hotline, reportOfMany(15));
    const ids = (await statesOf(first)).map(({ id }) => id).toSorted();
    for (const unit of ['91001', '91', nation]) {
      const wish = { first: 100, after: undefined };
      const { rows } = await stage.worklists.list({ unit, agency: null }, 'OPEN', wish);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(ids);
    }
  });

  it('seals each identity under a key of its own, and what the report says once', async () => {
    const first = await done(hotline, reportOfMany(15));
    const { keys: wrapped } = await incidentOf(first);
    expect(Object.keys(wrapped)).toHaveLength(16);
    const states = await statesOf(first);
    const names = states.map(async (state, at) => {
      const [paper] = await ledger().papers(state, [{ kind: 'IDENTITY', version: 1 }]);
      const under = { subject: state.id, wrapped: wrapped[state.id] as Uint8Array };
      if (paper === undefined) throw new Error('The paper is missing');
      const identity = await stage.around.sealing.open({ ...under, paper });
      expect(identity).toEqual({ fullName: `Trẻ Thử Nghiệm ${at + 1}` });
    });
    await Promise.all(names);
    const where = { table: 'cases', where: 'pk = :pk', values: {} } as const;
    const ofIncident = await askAll(stage.database, {
      ...where,
      values: { ':pk': keys.incident(first.incident).pk },
    });
    expect(ofIncident.map(({ sk }) => sk)).toEqual([
      'INCIDENT',
      'S#INFORMANT#00000001',
      'S#NARRATIVE#00000001',
      'S#PERPETRATOR#00000001',
    ]);
    const digests = await Promise.all(
      states.map(async ({ id }) => (await ledger().events(id, 0))[0]?.sealed ?? []),
    );
    const narrative = digests.map((each) => each.find(({ kind }) => kind === 'NARRATIVE')?.digest);
    expect(new Set(narrative).size).toBe(1);
    const identity = digests.map((each) => each.find(({ kind }) => kind === 'IDENTITY')?.digest);
    expect(new Set(identity).size).toBe(15);
  });

  it('is done once under one key, and a repeat is answered with the first case', async () => {
    const report = reportOfMany(3);
    const key = 'one-report-of-three-1';
    const first = await done(worker, report, { key });
    const again = await ask(worker, { ...report, caseId: newId() }, { key });
    expect(again).toMatchObject({ replayed: true, state: { id: first.id } });
    const next = await done(worker, reportOfMany(1));
    expect(numberIn(next.code)).toBe(numberIn(first.code) + 3);
  });

  it('is refused with sixteen, now or later, and leaves nothing', async () => {
    const refusal = { refused: 'TOO_MANY_CHILDREN', field: ['otherChildren'] };
    expect(await ask(worker, reportOfMany(16))).toEqual(refusal);
    const first = await done(worker, reportOfMany(14));
    const again = adding(first.id, { otherChildren: children(2) });
    expect(await ask(worker, again)).toEqual(refusal);
    await done(worker, adding(first.id, { otherChildren: children(1) }));
    expect(await ask(worker, adding(first.id, { otherChildren: children(1) }))).toEqual(refusal);
    expect(await statesOf(first)).toHaveLength(15);
    await expectSound(first);
  });
});

describe('another report', () => {
  it('joins every case of the incident and raises the version of none', async () => {
    const first = await done(worker, reportOfMany(3));
    const assessed = await done(worker, assessing(first.id), { version: 1 });
    await done(hotline, reportOfMany(1));
    await done(worker, adding(first.id));
    const states = await statesOf(first);
    expect(states.map(({ seq, revision }) => [seq, revision])).toEqual([
      [assessed.seq + 1, assessed.revision],
      [2, 1],
      [2, 1],
    ]);
    expect(states.map(({ papers }) => [papers.NARRATIVE, papers.PERPETRATOR])).toEqual(
      states.map(() => [2, 1]),
    );
    await expectSound(first);
  });

  it('opens a case for a child it is the first to tell of, received with this report', async () => {
    const first = await done(worker, reportOfMany(2));
    stage.setClock('2026-01-05T10:00:00+07:00');
    const receivedAt = plusHours(received, 2);
    await done(worker, adding(first.id, { receivedAt, otherChildren: children(1) }));
    const states = await statesOf(first);
    expect(states.map((state) => state.receivedAt)).toEqual([received, received, receivedAt]);
    expect(states[2]).toMatchObject({ seq: 1, revision: 1, incidentLeg: first.incidentLeg });
    expect(states[2]?.papers).toEqual({ IDENTITY: 1, NARRATIVE: 2, INFORMANT: 2 });
    const assessed = await done(worker, assessing(states[2]?.id ?? ''), { version: 1 });
    expect(assessed.step).toBe('NEEDS_ASSESSMENT');
    await expectSound(first);
  });

  it('moves the receipt of every case that spoke of its child later', async () => {
    const first = await done(worker, reportOfMany(2));
    const before = await statesOf(first);
    await done(hotline, reportOf('91002', newId(), received));
    const receivedAt = plusHours(received, -3);
    await done(chair, adding(first.id, { receivedAt }));
    const states = await statesOf(first);
    expect(states.map((state) => state.receivedAt)).toEqual([receivedAt, receivedAt]);
    expect(states.map(({ stepSince }) => stepSince)).toEqual([receivedAt, receivedAt]);
    expect(await lastFacts(states)).toEqual(before.map(() => ['ReportAdded', 'ReceiptMoved']));
    const wish = { first: 100, after: undefined };
    const { rows } = await stage.worklists.list({ unit: '91001', agency: null }, 'OPEN', wish);
    expect(rows.map((row) => row.receivedAt)).toEqual([receivedAt, receivedAt]);
    await expectSound(first);
  });

  it('is no report of theirs for those who do not stand to the case', async () => {
    const first = await done(worker, reportOfMany(1));
    const stranger = await stage.appoint('COMMUNE_WORKER', '92001');
    expect(await ask(stranger, adding(first.id))).toEqual({ refused: 'NOT_FOUND' });
    expect(await ask(hotline, adding(first.id))).toEqual({ refused: 'NOT_FOUND' });
  });
});

describe('a corrected receipt', () => {
  it('stands in every case and raises the version of each', async () => {
    const first = await done(worker, reportOfMany(3));
    const receivedAt = plusHours(received, -1);
    const after = await done(chair, correcting(first.id, 1, receivedAt), { version: 1 });
    expect(after).toMatchObject({ receivedAt, revision: 2 });
    const states = await statesOf(first);
    expect(states.map((state) => [state.receivedAt, state.revision])).toEqual(
      states.map(() => [receivedAt, 2]),
    );
    expect(await lastFacts(states)).toEqual(states.map(() => ['ReceiptCorrected', 'ReceiptMoved']));
    const ends = states.map(({ deadlines }) => deadlines.find(({ rule }) => rule === 'D04')?.dueAt);
    expect(ends).toEqual(states.map(() => plusHours(receivedAt, 12)));
    await expectSound(first);
  });

  it('is decided on the version of the case it is asked for', async () => {
    const first = await done(worker, reportOfMany(2));
    await done(worker, assessing(first.id), { version: 1 });
    const asked = correcting(first.id, 1, plusHours(received, -1));
    expect(await ask(chair, asked, { version: 1 })).toMatchObject({ refused: 'CONFLICT' });
  });

  it('reaches every list, also of fifteen children who are each with two provinces and 111', async () => {
    const first = await done(hotline, reportOfMany(15));
    const there = await stage.appoint('COMMUNE_CHAIR', '92001');
    for (const { id: caseId } of await statesOf(first)) {
      const at = { caseId, happenedAt: null };
      await done(worker, assessing(caseId), { version: 1 });
      await done(worker, { type: 'offerHandover', ...at, to: '92001' }, { version: 2 });
      await done(there, { type: 'acceptHandover', ...at }, { version: 3 });
    }
    const receivedAt = plusHours(received, -2);
    await done(chair, correcting(first.id, 1, receivedAt), { version: 4 });
    for (const unit of ['91001', '91', '92001', '92', nation]) {
      const wish = { first: 100, after: undefined };
      const { rows } = await stage.worklists.list({ unit, agency: null }, 'OPEN', wish);
      expect(rows.map((row) => row.receivedAt)).toEqual(rows.map(() => receivedAt));
      expect(rows).toHaveLength(15);
    }
    await expectSound(first);
  });
});

describe('acts on an incident at once', () => {
  /** Lets something else happen just before the first commit of an act is written. */
  function interrupted(meanwhile: (commit: Commit) => Promise<unknown>) {
    const outcomes: string[] = [];
    const commit = async (asked: Commit) => {
      if (outcomes.length === 0) await meanwhile(asked);
      const outcome = await stage.around.ledger.commit(asked);
      outcomes.push(outcome);
      return outcome;
    };
    return { around: { ...stage.around, ledger: { ...ledger(), commit } }, outcomes };
  }

  it('two other reports are both kept, with numbers of their own and no gap', async () => {
    const first = await done(worker, reportOfMany(3));
    const later = plusHours(received, -1);
    await Promise.all([
      done(worker, adding(first.id)),
      done(chair, adding(first.id, { receivedAt: later, otherChildren: children(1) })),
    ]);
    const { incident, seq } = await incidentOf(first);
    expect(seq).toBe(3);
    expect(incident.reports.map(({ number }) => number.number)).toEqual([1, 2, 3]);
    expect(incident.cases).toHaveLength(4);
    await expectSound(first);
  });

  it('eight at once are each written on all cases or on none', async () => {
    const first = await done(worker, reportOfMany(4));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        ask(worker, adding(first.id, { receivedAt: plusHours(received, -at) })),
      ),
    );
    const kept = answers.filter((answer) => !isRefusal(answer)).length;
    const refused = answers.filter(isRefusal).map((answer) => answer.refused);
    expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['BUSY'] : []));
    const { incident } = await incidentOf(first);
    expect(incident.reports).toHaveLength(1 + kept);
    const seqs = (await statesOf(first)).map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map(() => 1 + kept));
    await expectSound(first);
  });

  it('a report and a tick of the clock leave both what they have to', async () => {
    const first = await done(worker, reportOfMany(3));
    stage.setClock('2026-01-05T20:00:00+07:00');
    const { around, outcomes } = interrupted(() => sweepOnce(stage));
    await done(worker, adding(first.id), { around });
    expect(outcomes).toEqual(['OTHER_COMMIT', 'COMMITTED']);
    const states = await statesOf(first);
    const events = await Promise.all(states.map(({ id }) => ledger().events(id, 0)));
    expect(events.map((each) => each.map(({ act }) => act))).toEqual(
      states.map(() => ['receiveReport', 'sweep', 'addReport']),
    );
    await Promise.all([sweepOnce(stage), done(worker, adding(first.id)), sweepOnce(stage)]);
    await expectSound(first);
  });

  it('a correction waits for the act of a sibling, and is then written whole', async () => {
    const first = await done(worker, reportOfMany(3));
    const [, , third] = await statesOf(first);
    const { around, outcomes } = interrupted(async () => {
      await done(worker, assessing(third?.id ?? ''), { version: 1 });
    });
    const receivedAt = plusHours(received, -1);
    const act = correcting(first.id, 1, receivedAt);
    await done(chair, act, { version: 1, around });
    expect(outcomes).toEqual(['OTHER_COMMIT', 'COMMITTED']);
    const states = await statesOf(first);
    expect(states.map((state) => [state.receivedAt, state.seq, state.revision])).toEqual([
      [receivedAt, 2, 2],
      [receivedAt, 2, 2],
      [receivedAt, 3, 3],
    ]);
    expect(await lastFacts(states)).toEqual(states.map(() => ['ReceiptCorrected', 'ReceiptMoved']));
    await expectSound(first);
  });

  it('leaves nothing on any case when one of them has moved on', async () => {
    const first = await done(worker, reportOfMany(3));
    const [, second] = await statesOf(first);
    const before = await incidentOf(first);
    let lost: Commit | undefined;
    const { around } = interrupted(async (commit) => {
      lost = commit;
      await done(worker, assessing(second?.id ?? ''), { version: 1 });
    });
    await done(worker, adding(first.id, { otherChildren: children(2) }), { around });
    if (lost === undefined) throw new Error('No commit was tried');
    const tried = lost.cases.map(({ after }) => after.id);
    const known = (await statesOf(first)).map(({ id }) => id);
    // The cases of the first try were opened under ids that nothing has kept.
    expect(tried.filter((id) => !known.includes(id))).toHaveLength(2);
    const heads = await ledger().heads(tried.filter((id) => !known.includes(id)));
    expect(heads.size).toBe(0);
    expect((await incidentOf(first)).seq).toBe(before.seq + 1);
    await expectSound(first);
  });
});
