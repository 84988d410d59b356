import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { execute } from '#app/execute.ts';
import type { Surroundings } from '#app/surroundings.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { nation, type Role, type Unit } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Instant, instant, plainDate } from '#domain/time.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { openSealing } from '#runtime/sealing.ts';
import { newId, openWorld } from '#runtime/world.ts';
import { openAdministration } from '#store/administration.ts';
import { openCalendars } from '#store/calendars.ts';
import { openLedger } from '#store/cases.ts';
import { type Database, openDatabase } from '#store/database.ts';
import { openDirectories } from '#store/directory.ts';
import { openDueIndex } from '#store/due.ts';
import { openLadders } from '#store/ladders.ts';
import { openMigrations } from '#store/migrations.ts';
import { openNotices } from '#store/notices.ts';
import { openProjections } from '#store/stats.ts';
import { openSubscriptions } from '#store/webhooks.ts';
import { openWorklists } from '#store/worklists.ts';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { nearClient } from '../../infra/local/dynamodb-near.ts';
import { createTables } from './tables.ts';

const from = plainDate('2017-07-01');
const unit = (code: string, parent: string): Unit => ({
  code,
  level: code === nation ? 'NATION' : code.length === 2 ? 'PROVINCE' : 'COMMUNE',
  name: `Đơn vị ${code}`,
  fullName: `Đơn vị ${code}`,
  parent,
  from,
  fictional: code.startsWith('9'),
});

/** Two provinces with two communes each, all made up. */
export const stageUnits = [
  unit(nation, nation),
  unit('91', nation),
  unit('92', nation),
  unit('91001', '91'),
  unit('91002', '91'),
  unit('92001', '92'),
  unit('92002', '92'),
];

function farClient(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
}

/** How the SDK reaches the engine: in this process, to be quick, or by sockets as a service far away. */
export type Reach = 'NEAR' | 'WIRE';

/** The store and the write path of the real SDK, with a clock that stands still until it is set. */
export async function openTestStage(at = '2026-01-05T07:30:00+07:00', reach: Reach = 'NEAR') {
  const clock = { now: instant(at) as Instant };
  const now = () => clock.now;
  const engine = await startDynamoDB({ now: () => Date.parse(clock.now) });
  // The same contract runs against any endpoint that speaks DynamoDB.
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  const prefix = elsewhere === undefined ? '' : `contract-${newId()}-`;
  const isNear = elsewhere === undefined && reach === 'NEAR';
  const client = isNear ? nearClient(engine) : farClient(elsewhere ?? engine.endpoint);
  if (elsewhere !== undefined) await createTables(client, prefix);
  const database: Database = openDatabase(client, { prefix, pause: async () => undefined });
  // A test may put other versions in force.
  const law = { procedures };
  const versions = { calendar: async () => vietnam, procedures: async () => law.procedures };
  const directories = openDirectories(database, versions);
  const room = mkdtempSync(join(tmpdir(), 'la-chan-test-'));
  const file = join(room, 'sealing.key');
  const sealing = openSealing({ ...readEnvironment(), SEALING_KEY_FILE: file });
  const lines: object[] = [];
  const world = {
    ...openWorld('a test secret of some length'),
    now,
    pause: async () => undefined,
    log: (line: object) => void lines.push(line),
  };
  const around: Surroundings = { ledger: openLedger(database), directories, sealing, world };
  const administration = openAdministration(database, newId);
  const calendars = openCalendars({ database, newId }, versions.calendar);
  const founder: Actor = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] };
  await administration.importUnits(stageUnits, founder, clock.now);
  const appoint = async (role: Role, code: string, agency = `UBND-${code}`): Promise<Actor> => {
    const officer = `officer-${role}-${code}`;
    const email = `${officer}@test.invalid`.toLowerCase();
    const wish = { unit: code, role, seat: 1, agency, officer, email };
    const post = await administration.appoint(wish, founder, clock.now);
    if (isRefusal(post)) throw new Error(post.refused);
    return {
      kind: 'OFFICER',
      id: officer,
      app: 'test-app',
      scopes: ['cases:read', 'cases:write', 'notices'],
      posts: [post],
    };
  };
  const vacate = (role: Role, code: string) =>
    administration.vacate({ unit: code, post: `${role}@${code}` }, founder, clock.now);
  const assess = async (actor: Actor, caseId: string) => {
    const command = {
      type: 'assessInitially',
      caseId,
      happenedAt: null,
      seriousHarm: false,
      papers: {},
    } as const;
    const asked = { actor, command, idempotencyKey: newId(), expectedVersion: 1 };
    const done = await execute(asked, around);
    if (isRefusal(done)) throw new Error(done.refused);
  };
  return {
    engine,
    assess,
    vacate,
    client,
    database,
    around,
    administration,
    calendars,
    ladderBook: openLadders({ database, newId }),
    migrations: openMigrations({ database, newId }),
    law,
    appoint,
    lines,
    due: openDueIndex(database),
    notices: openNotices(database),
    projections: openProjections(database),
    subscriptions: openSubscriptions(database),
    worklists: openWorklists(database),
    setClock: (text: string) => {
      clock.now = instant(text);
    },
    now,
    close: async () => {
      client.destroy();
      await engine.close();
      rmSync(room, { recursive: true, force: true });
    },
  };
}

/** The stage of a test. */
export type TestStage = Awaited<ReturnType<typeof openTestStage>>;
