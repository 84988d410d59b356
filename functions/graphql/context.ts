import DataLoader from 'dataloader';
import type { NoticeProofRoom } from '#app/notice-proof.ts';
import type { Calendars } from '#app/ports/calendars.ts';
import type { DeliveryDesk } from '#app/ports/deliveries.ts';
import type { Administration, Audit, Directories } from '#app/ports/directory.ts';
import type { Erasures } from '#app/ports/erasures.ts';
import type { FeedRegister } from '#app/ports/feeds.ts';
import type { LadderBook } from '#app/ports/ladders.ts';
import type { IncidentHead } from '#app/ports/ledger.ts';
import type { Migrations } from '#app/ports/migrations.ts';
import type { Notices } from '#app/ports/notices.ts';
import type { Accesses } from '#app/ports/proof.ts';
import type { Releases } from '#app/ports/statistics.ts';
import type { Anomalies, Watches } from '#app/ports/watches.ts';
import type { WebhookDoor } from '#app/ports/webhooks.ts';
import type { Worklists } from '#app/ports/worklists.ts';
import type { World } from '#app/ports/world.ts';
import type { Surroundings } from '#app/surroundings.ts';
import type { VerifyRoom } from '#app/verify.ts';
import type { Calendar } from '#domain/calendar.ts';
import type { Case } from '#domain/case/case.ts';
import type { Unit, UnitCode } from '#domain/directory.ts';
import type { LadderPolicy } from '#domain/ladder.ts';
import type { Actor } from '#domain/permission.ts';
import type { Procedure } from '#domain/procedure.ts';
import { type CaseView, view } from '#domain/view.ts';
import { type AccessLog, accessLog } from './access-log.ts';
import { type Opener, opener } from './opener.ts';

/** What the API about cases answers from. */
export type ApiWorld = Known & {
  readonly notices: Notices;
  readonly feeds: FeedRegister;
  /** Where partners reach this stage; addresses of calendars begin with it. */
  readonly publicUrl: string;
  /** Whether this is a sandbox, where the schema may be asked for. */
  readonly sandbox: boolean;
};

/** The calendar and the procedures as they stand. */
export type Law = { readonly calendar: Calendar; readonly procedures: readonly Procedure[] };

/** Who asks, under which request id. */
export type Asking = { readonly actor: Actor; readonly requestId: string };

/** What a request has at every door that knows cases: who asks, and what is read once for it. */
export type Shared = Asking & {
  readonly around: Surroundings;
  readonly worklists: Worklists;
  readonly units: DataLoader<UnitCode, Unit | null>;
  readonly law: () => Promise<Law>;
  /** What provinces have put in the place of the default ladders. */
  readonly ladders: () => Promise<readonly LadderPolicy[]>;
  readonly accessLog: AccessLog;
};

/** What one request about cases has. */
export type Context = ApiWorld &
  Shared & {
    /** Cases whether they are to be seen or not, to judge that by; those that are not come without their plan. */
    readonly states: DataLoader<string, Case | null>;
    readonly cases: DataLoader<string, CaseView | null>;
    readonly incidents: DataLoader<string, IncidentHead>;
    readonly opener: Opener;
  };

/** The context of one request about cases. */
export function contextFor(asking: Asking, world: ApiWorld): Context {
  const { around } = world;
  const { ledger } = around;
  const { actor } = asking;
  const shared = sharedBy(asking, world);
  const incidents = new DataLoader((ids: readonly string[]) => readIncidents(ids, around));
  const isSeen = (state: Case) => view(actor, state, around.world.now()) !== undefined;
  const states = new DataLoader(async (ids: readonly string[]) => {
    const heads = await ledger.heads(ids.filter(isId), isSeen);
    return ids.map((id) => heads.get(id)?.state ?? null);
  });
  return {
    ...world,
    ...shared,
    states,
    cases: new DataLoader((ids) =>
      Promise.all(
        ids.map(async (id) => {
          const state = await states.load(id);
          const seen = state && view(actor, state, around.world.now());
          if (seen) shared.accessLog.shown(seen);
          return seen ?? null;
        }),
      ),
    ),
    incidents,
    opener: opener({ ...shared, incidents }),
  };
}

type Known = {
  readonly around: Surroundings;
  readonly worklists: Worklists;
  readonly audit: Audit;
  readonly watches: Watches;
};

function sharedBy(asking: Asking, { around, worklists, audit, watches }: Known): Shared {
  const { directories, world } = around;
  let law: Promise<Law> | undefined;
  return {
    ...asking,
    around,
    worklists,
    units: new DataLoader((codes) =>
      Promise.all(
        codes.map(async (code) => (isId(code) ? ((await directories.unit(code)) ?? null) : null)),
      ),
    ),
    law: () => {
      law ??= readLaw(around);
      return law;
    },
    ladders: async () => (await directories.around([])).ladders,
    accessLog: accessLog({ audit, watches, world, ...asking }),
  };
}

/** Nothing is named by a text that is empty or too long for a key. */
export function isId(text: string): boolean {
  return text.length > 0 && text.length <= 200;
}

/** A case somebody names by its id; that it is none of theirs, or none at all, is noted. */
export async function sought(
  id: string,
  act: string,
  { cases, accessLog: book }: Context,
): Promise<CaseView | null> {
  const found = await cases.load(id);
  if (found === null) book.refused(act, { caseId: id });
  return found;
}

async function readIncidents(ids: readonly string[], { ledger }: Surroundings) {
  const found = await ledger.incidents(ids);
  return ids.map((id) => found.get(id) ?? new Error('The incident of a case is missing'));
}

async function readLaw({ directories }: Surroundings): Promise<Law> {
  const [calendar, procedures] = await Promise.all([
    directories.calendar(),
    directories.procedures(),
  ]);
  return { calendar, procedures };
}

/** What administrators and those who oversee are answered from; no paper is opened there. */
export type AdministrationWorld = Known & {
  readonly administration: Administration;
  readonly calendars: Calendars;
  readonly ladderBook: LadderBook;
  readonly migrations: Migrations;
  readonly proof: Proof;
  readonly told: Pick<NoticeProofRoom, 'projections' | 'noticeBook'>;
  readonly erasures: Erasures;
  readonly anomalies: Anomalies;
  readonly webhooks: WebhookDoor;
  readonly deliveries: DeliveryDesk;
  readonly sandbox: boolean;
};

/** What shows that a record holds, and who opened it. */
export type Proof = VerifyRoom & {
  readonly accessLog: Accesses;
  /** The key digests are signed with, its public half in PEM. */
  readonly publicKey: () => Promise<string>;
};

/** What one request at the door of administrators has. */
export type AdministrationContext = AdministrationWorld & Shared;

/** The context of one request at the door of administrators. */
export function administrationContext(
  asking: Asking,
  world: AdministrationWorld,
): AdministrationContext {
  return { ...world, ...sharedBy(asking, world) };
}

/** What published statistics are answered from: releases, and nothing else. */
export type StatisticsWorld = {
  readonly directories: Pick<Directories, 'officerOf' | 'app' | 'used'>;
  readonly releases: Releases;
  readonly world: Pick<World, 'now' | 'log' | 'fingerprint'>;
  readonly sandbox: boolean;
};

/** What one request for statistics has. */
export type StatisticsContext = Asking & StatisticsWorld;
