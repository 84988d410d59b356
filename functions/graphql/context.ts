import DataLoader from 'dataloader';
import type { Calendars } from '#app/ports/calendars.ts';
import type { Administration, Audit, Directories } from '#app/ports/directory.ts';
import type { FeedRegister } from '#app/ports/feeds.ts';
import type { IncidentHead } from '#app/ports/ledger.ts';
import type { Migrations } from '#app/ports/migrations.ts';
import type { Notices } from '#app/ports/notices.ts';
import type { Releases } from '#app/ports/statistics.ts';
import type { Worklists } from '#app/ports/worklists.ts';
import type { World } from '#app/ports/world.ts';
import type { Surroundings } from '#app/surroundings.ts';
import type { Calendar } from '#domain/calendar.ts';
import type { Case } from '#domain/case/case.ts';
import type { Unit, UnitCode } from '#domain/directory.ts';
import { type Actor, type CaseView, view } from '#domain/permission.ts';
import type { Procedure } from '#domain/procedure.ts';
import { type Opener, opener } from './opener.ts';

/** What the API about cases answers from. */
export type ApiWorld = {
  readonly around: Surroundings;
  readonly worklists: Worklists;
  readonly notices: Notices;
  readonly audit: Audit;
  readonly administration: Administration;
  readonly feeds: FeedRegister;
  /** Where partners reach this stage; addresses of calendars begin with it. */
  readonly publicUrl: string;
  readonly calendars: Calendars;
  readonly migrations: Migrations;
  /** Whether this is a sandbox, where the schema may be asked for. */
  readonly sandbox: boolean;
};

/** The calendar and the procedures as they stand. */
export type Law = { readonly calendar: Calendar; readonly procedures: readonly Procedure[] };

/** What one request has: who asks, and loaders that read each thing once. */
export type Context = ApiWorld & {
  readonly actor: Actor;
  readonly requestId: string;
  /** Cases whether they are to be seen or not, to judge that by. */
  readonly states: DataLoader<string, Case | null>;
  readonly cases: DataLoader<string, CaseView | null>;
  readonly incidents: DataLoader<string, IncidentHead>;
  readonly units: DataLoader<UnitCode, Unit | null>;
  readonly law: () => Promise<Law>;
  readonly opener: Opener;
};

/** Who asks, under which request id. */
export type Asking = { readonly actor: Actor; readonly requestId: string };

/** The context of one request. */
export function contextFor({ actor, requestId }: Asking, world: ApiWorld): Context {
  const { around, audit } = world;
  const { ledger, directories } = around;
  let law: Promise<Law> | undefined;
  const incidents = new DataLoader((ids: readonly string[]) => readIncidents(ids, around));
  const opening = opener({ around, audit, actor, requestId, incidents });
  const states = new DataLoader(async (ids: readonly string[]) => {
    const heads = await ledger.heads(ids.filter(isId));
    return ids.map((id) => heads.get(id)?.state ?? null);
  });
  return {
    ...world,
    actor,
    requestId,
    states,
    cases: new DataLoader((ids) =>
      Promise.all(
        ids.map(async (id) => {
          const state = await states.load(id);
          const seen = state && view(actor, state, around.world.now());
          if (seen) opening.shown(seen);
          return seen ?? null;
        }),
      ),
    ),
    incidents,
    units: new DataLoader((codes) =>
      Promise.all(
        codes.map(async (code) => (isId(code) ? ((await directories.unit(code)) ?? null) : null)),
      ),
    ),
    law: () => {
      law ??= readLaw(around);
      return law;
    },
    opener: opening,
  };
}

/** Nothing is named by a text that is empty or too long for a key. */
export function isId(text: string): boolean {
  return text.length > 0 && text.length <= 200;
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

/** What published statistics are answered from: releases, and nothing else. */
export type StatisticsWorld = {
  readonly directories: Pick<Directories, 'officer' | 'app'>;
  readonly releases: Releases;
  readonly world: Pick<World, 'now' | 'log' | 'fingerprint'>;
  readonly sandbox: boolean;
};

/** What one request for statistics has. */
export type StatisticsContext = Asking & StatisticsWorld;
