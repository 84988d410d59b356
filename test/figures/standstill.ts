import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceOf } from '#channels/reference.ts';
import { noticesPerLetter } from '#domain/calm.ts';
import { fromEpoch } from '#domain/time.ts';
import { officer, report, startSandbox } from '../support/http.ts';
import { notNought, type Shown } from './claims.ts';

const cases = 40;
const home = '99001';
const begin = Date.parse('2026-01-05T08:00:00+07:00');
const hour = 3_600_000;
const stoppedHours = 72;

type Proof = {
  readonly faults: number;
  readonly notices: readonly { id: string; post: string; about: string; verdict: string }[];
};
type Mail = {
  readonly at: number;
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
};

const proofOf = `query ($id: ID!) { noticeProof(caseId: $id) { faults notices { id post about verdict } } }`;

/**
 * Forty open cases, a stop of everything for 72 hours, and what posts are told in the day after it: every notice, each
 * once, the oldest first, in few letters.
 */
export async function standstillFigures(): Promise<Shown> {
  const dir = await mkdtemp(join(tmpdir(), 'la-chan-standstill-'));
  try {
    const ids = await reported(dir);
    const row = await afterwards(dir, ids);
    const nought = ['untold', 'doubledInInbox', 'wrong', 'outOfOrder'];
    return { rows: [row], faults: notNought([row], nought) };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Opens the cases on a sandbox that is then closed, as a machine is switched off. */
async function reported(dir: string): Promise<readonly string[]> {
  const sandbox = await startSandbox({ clock: begin, dir });
  try {
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', home);
    const ids: string[] = [];
    for (let at = 0; at < cases; at += 1) {
      await sandbox.time.alone((goTo) => goTo(begin + (at + 1) * 60_000));
      const { id } = await worker.does(
        'receiveReport',
        report(home, fromEpoch(begin + at * 60_000)),
      );
      ids.push(id);
    }
    return ids;
  } finally {
    await sandbox.close();
  }
}

async function afterwards(dir: string, ids: readonly string[]) {
  const sandbox = await startSandbox({ clock: begin, dir, skip: stoppedHours * hour });
  try {
    const back = sandbox.now();
    await sandbox.time.alone((goTo) => goTo(back + 26 * hour));
    const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
    const proofs: Proof[] = [];
    for (const id of ids) {
      const asked = { id };
      type Answer = { noticeProof: Proof };
      proofs.push((await administrator.administer<Answer>(proofOf, asked)).noticeProof);
    }
    const notices = proofs.flatMap((each) => each.notices);
    const mails = (await (await fetch(`${sandbox.origin}/sandbox/mail`)).json()) as Mail[];
    const letters = Map.groupBy(mails.toReversed(), ({ to }) => to.join());
    const done = ['TOLD', 'NEEDED_NO_LONGER'];
    const counts = [...letters.values()].map(({ length }) => length);
    return {
      ...{ cases: ids.length, stoppedHours, notices: notices.length },
      untold: notices.filter(({ verdict }) => !done.includes(verdict)).length,
      doubledInInbox: notices.length - new Set(notices.map(({ id, post }) => `${post} ${id}`)).size,
      wrong: proofs.reduce((sum, { faults }) => sum + faults, 0),
      outOfOrder: [...letters.values()].reduce((sum, each) => sum + disorder(each, notices), 0),
      letters: mails.length,
      mostToAPost: Math.max(...counts),
    };
  } finally {
    await sandbox.close();
  }
}

/** How a letter may be named that begins with a notice, with as many others as it may hold. */
function refsOf(id: string): readonly string[] {
  const others = Array.from({ length: noticesPerLetter - 1 }, (_, at) => `${id} +${at + 1}`);
  return [id, ...others].map(referenceOf);
}

/** Letters to a post that begin with something older than the one before them did. */
function disorder(letters: readonly Mail[], notices: Proof['notices']): number {
  const abouts = new Map(
    notices.flatMap(({ id, about }) => refsOf(id).map((ref) => [ref, about] as const)),
  );
  const begins = letters.map(({ headers }) => {
    const about = abouts.get(headers['X-La-Chan-Notice'] ?? '');
    if (about === undefined) throw new Error('A letter of no notice');
    return about;
  });
  return begins.filter((about, at) => at > 0 && about < (begins[at - 1] ?? '')).length;
}
