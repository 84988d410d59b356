import type { Role } from '#domain/directory.ts';
import type { RuleId } from '#domain/procedure.ts';
import type { RefusalCode } from '#domain/refusal.ts';
import type { Happening } from './caseload.ts';
import type { Chance } from './chance.ts';
import type { Offices } from './office.ts';
import type { Commune } from './territory.ts';

/** Who sits where: an officer of a unit, or of the nation. */
export type Seat = { readonly role: Role; readonly unit?: string };

/** Who asks: an officer, or a machine client by its id. */
export type Doer = Seat | 'hotline-intake' | 'analytics';

/** An open deadline as a partner sees it. */
export type DeadlineSeen = {
  readonly id: string;
  readonly rule: RuleId;
  readonly dueAt: string | null;
  readonly nextTellingAt: string | null;
};

/** A case as a partner last saw it. */
export type CaseSeen = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly step: string;
  readonly deadlines: readonly DeadlineSeen[];
};

/** One act that an office is going to ask for. */
export type Act = {
  readonly kind: 'ACT';
  /** When; an instant that is past means at once. */
  readonly at: number;
  readonly by: Doer;
  readonly name: string;
  readonly input: object;
  /** When it was done, if it is written down later. */
  readonly happenedAt?: number;
  /** Refusals that the office reckons with; any other is a surprise. */
  readonly expects: readonly RefusalCode[];
  /** Sent twice at once under one key, as by an app on a bad line. */
  readonly twice: boolean;
  /** Sent while the tick of the same minute runs. */
  readonly racing: boolean;
};

/** The province looks into its inbox, whether it was told of the case since an instant. */
export type Look = {
  readonly kind: 'LOOK';
  readonly at: number;
  readonly province: string;
  readonly since: number;
};

/** What a story asks for next. */
export type Turn =
  | Act
  | { readonly kind: 'WAIT'; readonly until: number }
  | Look
  /** Something else begins beside this. */
  | { readonly kind: 'BESIDE'; readonly file?: CaseFile; readonly chapter: Chapter };

/** How a turn ended; a look that found nothing ends as `NOT_FOUND`. */
export type Answer = 'DONE' | RefusalCode;

/** A part of a story that comes to a result. */
export type Part<Result> = Generator<Turn, Result, Answer>;
/** A part of a story: it asks for turns one after another and is told how each ended. */
export type Chapter = Part<void>;

/** A service of a plan. */
export type Item = {
  readonly id: string;
  readonly measure: string;
  readonly startOn: string;
  readonly endOn: string;
  readonly costVnd: number;
};

/** What the offices know of one case while they work on it. */
export type CaseFile = {
  readonly happening: Happening;
  readonly offices: Offices;
  readonly chance: Chance;
  /** The present instant of the simulated year. */
  now: number;
  seen: CaseSeen | undefined;
  /** The cases of its incident as they were at the beginning, its own among them. */
  family: readonly CaseSeen[];
  /** The commune that answers for steps 3 to 6. */
  residence: Commune;
  /** Protective chapters that are not at their end; a case is not closed over them. */
  protecting: number;
  /** How often the case has been taken up: once, and again with each reopening. */
  round: number;
  cycle: number;
  /** How often the child was placed in care. */
  placements: number;
  items: readonly Item[];
  readonly completed: Set<string>;
  /** How often each duty has come up, so that chance decides anew each time. */
  readonly comings: Map<string, number>;
};

/** Begins a file; nothing has been written yet. */
export function openFile(happening: Happening, offices: Offices): CaseFile {
  return {
    happening,
    offices,
    chance: happening.chance,
    now: happening.receivedAt,
    seen: undefined,
    family: [],
    residence: happening.mistaken ?? happening.commune,
    round: 1,
    placements: 0,
    protecting: 0,
    cycle: 1,
    items: [],
    completed: new Set(),
    comings: new Map(),
  };
}

/** The files of the other children of an incident, begun once its report is taken down. */
export function siblingFiles(file: CaseFile): readonly CaseFile[] {
  const { happening, family, offices, now } = file;
  return happening.siblings.flatMap((child, index) => {
    const seen = family.filter(({ id }) => id !== file.seen?.id)[index];
    if (seen === undefined) return [];
    const chance = happening.chance.of(`sibling ${index}`);
    const own = { ...happening, ...child, siblings: [], chance };
    return [{ ...openFile(own, offices), now, seen, family }];
  });
}

/** The worker of a commune. */
export const workerOf = ({ code }: Commune): Seat => ({ role: 'COMMUNE_WORKER', unit: code });
/** The chair of a commune. */
export const chairOf = ({ code }: Commune): Seat => ({ role: 'COMMUNE_CHAIR', unit: code });
/** The police of a commune. */
export const policeOf = ({ code }: Commune): Seat => ({ role: 'COMMUNE_POLICE', unit: code });
/** The number of a made-up document. */
export const documentOf = ({ happening: { number } }: CaseFile): string => `${number + 1}/QĐ-UBND`;
/** Who supervises a province. */
export const supervisorOf = (province: string): Seat => ({
  role: 'PROVINCE_SUPERVISOR',
  unit: province,
});

/** Nothing happens until an instant. */
export function* wait(until: number): Chapter {
  yield { kind: 'WAIT', until };
}

/** Another chapter runs beside from now on, in this file or in another. */
export function* beside(chapter: Chapter, file?: CaseFile): Chapter {
  yield { kind: 'BESIDE', chapter, ...(file && { file }) };
}

/** An act without a time limit of its own. */
export function* does(
  by: Doer,
  name: string,
  input: object,
  more: Partial<Act> = {},
): Part<Answer> {
  const plain = { at: 0, expects: [], twice: false, racing: false };
  return yield { kind: 'ACT', ...plain, ...more, by, name, input };
}
