import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Administration, Appointment } from '#app/ports/directory.ts';
import { isManned } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { newId } from '#runtime/world.ts';
import { openAdministration } from '#store/administration.ts';
import type { Database } from '#store/database.ts';
import { openDirectories } from '#store/directory.ts';
import { meterOn } from '../support/meter.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
const founder: Actor = { kind: 'SYSTEM', id: 'founder', app: 'founder', scopes: [], posts: [] };

beforeEach(async () => {
  stage = await openTestStage();
});
afterEach(() => stage.close());

/** A database whose process is killed when it is about to send its transaction of a number. */
function killedAt(database: Database, number: number): Database {
  let sent = 0;
  const send = async (command: { readonly constructor: { readonly name: string } }) => {
    if (command.constructor.name === 'TransactWriteCommand') {
      sent += 1;
      if (sent >= number) throw new Error('killed');
    }
    return database.client.send(command as never);
  };
  return { ...database, client: { send } as unknown as Database['client'] };
}

const administrators = (count: number) =>
  Array.from(
    { length: count },
    (_, at): Appointment => ({
      ...{ unit: 'VN', role: 'ADMINISTRATOR', agency: 'administration', email: null },
      seat: at + 1,
      officer: `administrator-${at + 1}`,
    }),
  );

async function appointAll(rows: readonly Appointment[]): Promise<readonly Actor[]> {
  for (const row of rows) await stage.administration.appoint(row, founder, stage.now());
  return rows.map(({ officer }) => ({ ...founder, kind: 'OFFICER', id: officer, app: 'app' }));
}

const ableOnes = async () => {
  const { posts } = await stage.around.directories.around(['VN']);
  return posts.filter((post) => post.role === 'ADMINISTRATOR' && isManned(post, stage.now()));
};

describe('two administrators at once', () => {
  it('who suspend each other leave one of them, whoever was first', async () => {
    const [one, two] = await appointAll(administrators(2));
    if (one === undefined || two === undefined) throw new Error('nobody was appointed');
    const suspends = (by: Actor, officer: string) =>
      stage.administration.carryOut('suspendOfficer', { officer }, by, stage.now());
    const answers = await Promise.all([suspends(one, two.id), suspends(two, one.id)]);
    expect(answers.filter((answer) => answer === true)).toHaveLength(1);
    expect(answers.filter((answer) => answer !== true)).toEqual([
      { refused: 'NO_LONGER_ADMITTED' },
    ]);
    expect(await ableOnes()).toHaveLength(1);
  });

  it('who all suspend the next one in a ring never leave nobody', async () => {
    const ring = await appointAll(administrators(5));
    await Promise.all(
      ring.map((by, at) => {
        const officer = ring[(at + 1) % ring.length]?.id ?? '';
        return stage.administration.carryOut('suspendOfficer', { officer }, by, stage.now());
      }),
    );
    const able = await ableOnes();
    expect(able.length).toBeGreaterThan(0);
    expect(able.length).toBeLessThan(5);
  });

  it('who give one post to two officers leave it with one, and the other without it', async () => {
    const seat = { unit: '91001', role: 'COMMUNE_CHAIR', seat: 1, agency: 'UBND' } as const;
    const officers = ['first', 'second', 'third'];
    await Promise.all(
      officers.map((officer) =>
        stage.administration.appoint({ ...seat, officer, email: null }, founder, stage.now()),
      ),
    );
    const found = await Promise.all(officers.map(stage.around.directories.officer));
    const holders = found.filter((officer) => officer?.posts.length === 1);
    const { posts } = await stage.around.directories.around(['91001']);
    expect(holders.map((officer) => officer?.id)).toEqual([posts[0]?.holder]);
  });

  it('who delegate one post to two officers at once leave it with one', async () => {
    await stage.appoint('COMMUNE_CHAIR', '91001');
    const others = [
      await stage.appoint('COMMUNE_WORKER', '91001'),
      await stage.appoint('COMMUNE_POLICE', '91001'),
    ];
    const now = stage.now();
    const stretch = { from: now, until: '2026-02-01T00:00:00.000Z' as typeof now };
    const wish = { unit: '91001', post: 'COMMUNE_CHAIR@91001', document: '1', ...stretch };
    const answers = await Promise.all(
      others.map(({ id: to }) =>
        stage.administration.carryOut('delegatePost', { ...wish, to }, founder, now),
      ),
    );
    expect(answers).toContain(true);
    expect(answers).toContainEqual({ refused: 'STRETCH_TAKEN', field: ['from'] });
  });
});

const rows = Array.from(
  { length: 20 },
  (_, at): Appointment => ({
    ...{ unit: '91001', role: 'COMMUNE_WORKER', agency: 'UBND', email: null },
    seat: at + 1,
    officer: `worker-${at % 15}`,
  }),
);

async function manned(): Promise<number> {
  const { posts } = await stage.around.directories.around(['91001']);
  return posts.filter((post) => isManned(post, stage.now())).length;
}

describe('an import', () => {
  const imported = (by: Administration) =>
    by.importOfficers({ rows, dryRun: false }, founder, stage.now());
  const counted = (outcomes: readonly string[], outcome: string) =>
    outcomes.filter((each) => each === outcome).length;

  it.each([1, 2, 3, 4])(
    'killed before its write %i is finished by the same list',
    async (number) => {
      const cut = openAdministration(killedAt(stage.database, number), newId);
      await expect(imported(cut)).rejects.toThrow('killed');
      expect(await manned()).toBe((number - 1) * 6);
      const done = await imported(stage.administration);
      if (!('outcomes' in done)) throw new Error(done.refusal.refused);
      expect(counted(done.outcomes, 'ADDED')).toBe(20 - (number - 1) * 6);
      expect(await manned()).toBe(20);
      const again = await imported(stage.administration);
      expect(again).toEqual({ outcomes: rows.map(() => 'UNCHANGED') });
    },
  );

  it('sent twice at once is one import', async () => {
    await Promise.all([imported(stage.administration), imported(stage.administration)]);
    expect(await manned()).toBe(20);
    const officers = await Promise.all(
      Array.from({ length: 15 }, (_, at) => stage.around.directories.officer(`worker-${at}`)),
    );
    expect(officers.flatMap((officer) => officer?.posts ?? [])).toHaveLength(20);
    const day = '2026-01-05' as never;
    const log = await stage.administration.log(
      { from: day, to: day },
      { first: 100, after: undefined },
    );
    expect(log.rows.filter(({ act }) => act === 'importOfficers')).toHaveLength(4);
  });
});

describe('the use of an app', () => {
  it('is one write of one unit a day in a process, and one that goes through in all', async () => {
    const charged = meterOn(stage.client);
    const processes = [1, 2, 3].map(() =>
      openDirectories(stage.database, stage.around.directories),
    );
    for (const { used } of processes)
      for (let request = 0; request < 10; request += 1) await used('busy', stage.now());
    // A write whose condition does not hold says nothing of its unit: there were two of those.
    expect(charged.take()).toEqual({ calls: 1, read: 0, table: 1, index: 0 });
    expect((await stage.administration.uses('busy')).app).toBe('2026-01-05');
  });
});
