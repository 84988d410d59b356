import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Actor } from '#domain/permission.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { openSealing } from '#runtime/sealing.ts';
import { newId, openWorld } from '#runtime/world.ts';
import { openAudit } from '#store/audit.ts';
import { canaryPapers, live, reportCanaries, staffOf } from '../support/lived.ts';
import { meterOn } from '../support/meter.ts';
import { provable } from '../support/proof.ts';
import { askedByAll, auditOf, openCanaryApi, questionsAbout } from '../support/read-audit.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';
import { anyTampering, judged, storedCase, tampered, tamperings } from '../support/tampering.ts';
import { notNought, type Row, type Shown } from './claims.ts';

const changes = 1_000;
const operations = 1_000;

/** Whether tampering is found and located, and what sealing, opening, audit and digests cost. */
export async function proofFigures(): Promise<Shown> {
  const found = await tamperingFigures();
  const audit = await auditFigures();
  const rows = [...found, ...audit, ...(await costFigures()), ...(await cpuFigures())];
  const faults = notNought(found, ['undetected', 'misplaced']);
  return { rows, faults: [...faults, ...notNought(audit, ['gaps'])] };
}

/** A thousand random changes to what is stored, by what was done. */
async function tamperingFigures(): Promise<readonly Row[]> {
  const stored = await storedCase();
  const counts = new Map(
    Object.keys(tamperings).map((name) => [name, { tried: 0, undetected: 0, misplaced: 0 }]),
  );
  for (const tampering of fc.sample(anyTampering, changes)) {
    const wrong = tampered(stored, tampering);
    const at = (await judged(wrong))?.fault?.at;
    const count = counts.get(tampering.name);
    if (count === undefined) throw new Error('There is no such tampering');
    count.tried += 1;
    count.undetected += Number(at === undefined);
    count.misplaced += Number(at !== undefined && at !== wrong.at);
  }
  return [...counts].map(([what, count]) => ({ what, ...count }));
}

/** Every question to every field that can be reached, by six people, beside what the register says of it. */
async function auditFigures(): Promise<readonly Row[]> {
  const api = await openCanaryApi();
  const asked = askedByAll(questionsAbout(api.state), 3);
  const { opening, gaps } = await auditOf(api, asked);
  await api.close();
  const what = 'answers compared with the register of reads';
  return [{ what, tried: asked.length, opening, gaps: gaps.length }];
}

/** Units of the store, from its meter, for each thing done once on a case with a paper of every kind. */
async function costFigures(): Promise<readonly Row[]> {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00');
  const staff = await staffOf(stage, '91001');
  const state = await live(stage, staff, await reportCanaries(stage, staff.worker));
  const proof = provable(stage);
  const audit = openAudit(stage.database, newId);
  const meter = meterOn(stage.client);
  const measured = async (what: string, act: () => Promise<unknown>): Promise<Row> => {
    meter.take();
    await act();
    const { calls, read, table, index } = meter.take();
    return { what, calls, RCU: read, WCU: table + index };
  };
  const entry = {
    caseId: state.id,
    actor: staff.worker,
    requestId: newId(),
    at: stage.now(),
    glass: null,
    subjectRequest: null,
  };
  const classes = ['IDENTITY', 'NARRATIVE'] as const;
  const refs = (['IDENTITY', 'FORM02', 'NOTE'] as const).map((kind) => ({ kind, version: 1 }));
  const rows = [
    await measured('audit of one request', () => audit.opened({ ...entry, classes })),
    await measured('three papers read', () => stage.around.ledger.papers(state, refs)),
    await measured('night, one case changed', () => proof.night()),
    await measured('verifyCase', () => proof.verify(state.id)),
    await measured('accessLog', () =>
      proof.accessLog.list(state.id, { first: 50, after: undefined }),
    ),
    await measured('accessLog: its own entry', () => asked(stage, state.id, staff.worker)),
    await measured('caseAsOf: its events', () => stage.around.ledger.events(state.id, 0)),
  ];
  await stage.close();
  return rows;
}

function asked({ administration, now }: TestStage, caseId: string, by: Actor) {
  return administration.asked({ act: 'readAccessLog', about: [caseId] }, by, now());
}

/** Milliseconds of processor for a thousand of each; this machine's own, and no limit. */
async function cpuFigures(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'la-chan-proof-'));
  const file = join(home, 'sealing.key');
  const sealing = openSealing({ ...readEnvironment(), SEALING_KEY_FILE: file });
  const subject = newId();
  const wrapped = await sealing.newKey(subject);
  const order = { subject, wrapped, kind: 'IDENTITY', version: 1 } as const;
  const plain = canaryPapers.IDENTITY;
  const paper = await sealing.seal({ ...order, plain });
  const world = openWorld(randomBytes(16).toString('hex'));
  const stage = await openTestStage();
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  const audit = openAudit(stage.database, newId);
  const [event] = await stage.around.ledger
    .events((await reportCanaries(stage, worker)).id, 0)
    .then((events) => events);
  if (event === undefined) throw new Error('There is no event');
  const { hash: _, previous, ...linked } = event;
  const entry = {
    caseId: subject,
    classes: [],
    actor: worker,
    requestId: 'r',
    at: stage.now(),
    glass: null,
    subjectRequest: null,
  };
  const rows = [
    await timed('1,000 papers sealed', () => sealing.seal({ ...order, plain })),
    await timed('1,000 papers opened', () => sealing.open({ subject, wrapped, paper })),
    await timed('1,000 events hashed', async () => world.link(previous, linked)),
    await timed('1,000 audits, store and wire in one process', () => audit.opened(entry)),
  ];
  await stage.close();
  rmSync(home, { recursive: true });
  return rows;
}

async function timed(what: string, act: () => Promise<unknown>): Promise<Row> {
  for (let warm = 0; warm < 50; warm += 1) await act();
  const before = process.cpuUsage();
  for (let done = 0; done < operations; done += 1) await act();
  const { user, system } = process.cpuUsage(before);
  return { what, cpuMs: Math.round((user + system) / 1000) };
}
