import { type Fault, meddler } from './faults.ts';
import { freshKey, type Officer, officer, report, startSandbox } from './http.ts';

/** What is left of a story after a fault and a while without any. */
export type Aftermath = {
  /** The calls of the part in which the fault was. */
  readonly calls: readonly string[];
  /** What `noticeProof` finds wrong. */
  readonly faults: number;
  /** Notices that follow from the record and were neither told nor are needed no longer. */
  readonly untold: number;
  readonly notices: number;
  /** Entries of inboxes beyond one for each notice. */
  readonly doubled: number;
  /** Letters that left again, under the reference of the first. */
  readonly repeated: number;
  /** Cases that came of one report. */
  readonly cases: number;
};

/** The parts of a story in which a fault is put. */
export const stories = ['report', 'breach', 'digest'] as const;
/** One of {@link stories}. */
export type StoryName = (typeof stories)[number];

const home = '99001';
const away = '99002';
const at = (wall: string) => Date.parse(`${wall}:00+07:00`.replace(' ', 'T'));

const proof = `query ($id: ID!) { noticeProof(caseId: $id) { faults notices { id verdict } } }`;

/**
 * Lives a story through: a report in the morning, the breach of its twelve hours in the evening, and the letters of
 * the next morning. In one part of it a call goes wrong; afterwards the clock goes on for a while.
 */
export async function livedThrough(story: StoryName, fault?: Fault): Promise<Aftermath> {
  const meddling = meddler();
  const sandbox = await startSandbox({
    clock: at('2026-01-05 07:30'),
    meddle: meddling.meddle,
    // A dead process takes with it what it was about.
    onFault: () => undefined,
  });
  try {
    const { origin } = sandbox;
    const worker = await officer(origin, 'COMMUNE_WORKER', home);
    let calls: readonly string[] = [];
    const part = async (name: StoryName, run: () => Promise<unknown>) => {
      if (name === story) meddling.begin(fault);
      await run().catch((failure: Error) => {
        if (fault === undefined) throw failure;
      });
      if (name !== story) return;
      calls = meddling.calls();
      meddling.revive();
    };
    const to = (wall: string) => sandbox.time.alone((goTo) => goTo(at(wall)));
    const input = { ...report(home, '2026-01-05T07:20:00+07:00'), idempotencyKey: freshKey() };
    await part('report', async () => {
      await worker.tries('receiveReport', input);
      await sandbox.time.settle();
    });
    const { case: seen } = await worker.tries('receiveReport', input);
    if (seen === null) throw new Error('The report was not taken down');
    await to('2026-01-05 17:50');
    const other = await offered(worker, () => to('2026-01-05 18:00'));
    await to('2026-01-05 19:19');
    await part('breach', () => to('2026-01-05 19:21'));
    await to('2026-01-06 07:29');
    await part('digest', () => to('2026-01-06 07:31'));
    await to('2026-01-06 08:30');
    return { calls, ...(await leftOf([seen.id, other], origin)) };
  } finally {
    await sandbox.close();
  }
}

/** A hand-over offered after office hours: its letter waits for the morning. */
async function offered(worker: Officer, wait: () => Promise<void>): Promise<string> {
  const late = report(home, '2026-01-05T17:40:00+07:00', { residenceUnit: away });
  const { id, version } = await worker.does('receiveReport', late);
  await wait();
  const assessed = { caseId: id, expectedVersion: version, seriousHarm: false };
  const next = await worker.does('assessInitially', assessed);
  await worker.does('offerHandover', { caseId: id, expectedVersion: next.version, to: away });
  return id;
}

type Proof = {
  readonly faults: number;
  readonly notices: readonly { id: string; verdict: string }[];
};

async function leftOf(
  caseIds: readonly string[],
  origin: string,
): Promise<Omit<Aftermath, 'calls'>> {
  const administrator = await officer(origin, 'ADMINISTRATOR');
  const worker = await officer(origin, 'COMMUNE_WORKER', home);
  const ask = (id: string) => administrator.administer<{ noticeProof: Proof }>(proof, { id });
  const proofs = (await Promise.all(caseIds.map(ask))).map(({ noticeProof }) => noticeProof);
  const notices = proofs.flatMap((each) => each.notices);
  const done = ['TOLD', 'NEEDED_NO_LONGER'];
  const ids = notices.map(({ id }) => id);
  type Sent = { readonly headers: Readonly<Record<string, string>> };
  const mails = (await (await fetch(`${origin}/sandbox/mail`)).json()) as readonly Sent[];
  const refs = mails.map(({ headers }) => headers['X-La-Chan-Notice']);
  const list = `{ cases(unit: "${home}", list: OPEN) { totalCount } }`;
  const { cases } = await worker.ask<{ cases: { totalCount: number } }>(list);
  return {
    faults: proofs.reduce((sum, { faults }) => sum + faults, 0),
    untold: notices.filter(({ verdict }) => !done.includes(verdict)).length,
    notices: ids.length,
    doubled: ids.length - new Set(ids).size,
    repeated: refs.length - new Set(refs).size,
    cases: cases.totalCount,
  };
}
