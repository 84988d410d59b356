import type { RuleId } from '#domain/procedure.ts';
import type { RefusalCode } from '#domain/refusal.ts';
import { plusDays } from '#domain/time.ts';
import { placesOf } from './caseload.ts';
import type { Chance } from './chance.ts';
import { at, dateAt, day, hour, inOffice, minute, workingDaysAfter } from './local-time.ts';
import {
  type Answer,
  type CaseFile,
  does,
  type Part,
  type Seat,
  supervisorOf,
  wait,
} from './story.ts';

/** What kind of office a commune has. */
type Temper = 'PROMPT' | 'SLOW' | 'CARELESS';

/** How one duty is done. */
type Manner = 'IN_TIME' | 'RACING' | 'ON_PAPER' | 'HOURS_LATE' | 'DAYS_LATE' | 'FORGOTTEN';

/** The offices of the simulated country. */
export type Offices = { readonly temperOf: (commune: string) => Temper };

// Nobody publishes how late offices are: these are assumptions, made so that every kind of lateness occurs.
const tempers = { PROMPT: 75, SLOW: 20, CARELESS: 5 };
const manners: Readonly<Record<Temper, Readonly<Record<Manner, number>>>> = {
  PROMPT: { IN_TIME: 90, RACING: 2, ON_PAPER: 3, HOURS_LATE: 3, DAYS_LATE: 2, FORGOTTEN: 0 },
  SLOW: { IN_TIME: 74, RACING: 2, ON_PAPER: 5, HOURS_LATE: 9, DAYS_LATE: 8, FORGOTTEN: 2 },
  CARELESS: { IN_TIME: 50, RACING: 2, ON_PAPER: 6, HOURS_LATE: 14, DAYS_LATE: 16, FORGOTTEN: 12 },
};

/** Opens the offices; the same again for the same chance. */
export function openOffices(chance: Chance): Offices {
  return { temperOf: (commune) => chance.of(commune).weighted(tempers) };
}

/** A duty under a time limit, and the act by which an office does it. */
export type Duty = {
  readonly rule: RuleId;
  readonly by: Seat;
  readonly name: string;
  /** The input, made when the office sits down to it. */
  readonly input?: (at: number) => object;
  /** Day and night, because the child cannot wait for the morning. */
  readonly urgent?: boolean;
  /** Between which shares of the time it is done by those who are in time. */
  readonly within?: readonly [number, number];
  readonly expects?: readonly RefusalCode[];
};

/** Does a duty as the office in question does it: in time, late, on paper first, or not until somebody asks. */
export function* duly(file: CaseFile, duty: Duty): Part<Answer> {
  const chance = file.chance.of(comingOf(file, duty));
  const temper = file.offices.temperOf(duty.by.unit ?? '');
  const due = dueOf(file, duty.rule);
  const manner = due === undefined ? 'IN_TIME' : chance.weighted(manners[temper]);
  const doing = { file, duty, chance, due: due ?? workingDaysAfter(file.now, 3) };
  return yield* ways[manner](doing);
}

/** A name for this coming of a duty that no other has. */
function comingOf({ comings }: CaseFile, { name, rule }: Duty): string {
  const duty = `${name} ${rule}`;
  const coming = (comings.get(duty) ?? 0) + 1;
  comings.set(duty, coming);
  return `${duty} ${coming}`;
}

type Doing = {
  readonly file: CaseFile;
  readonly duty: Duty;
  readonly chance: Chance;
  readonly due: number;
};

const ways: Readonly<Record<Manner, (doing: Doing) => Part<Answer>>> = {
  *IN_TIME(doing) {
    return yield* doneAt(timely(doing), doing);
  },
  *RACING(doing) {
    const next = nextTelling(doing.file);
    if (next === undefined) return yield* doneAt(timely(doing), doing);
    return yield* doneAt(Math.ceil(next / minute) * minute, doing, { racing: true });
  },
  *ON_PAPER(doing) {
    const happenedAt = timely(doing);
    const written = inOffice(happenedAt + doing.chance.between(6 * hour, 4 * day), doing.chance);
    return yield* doneAt(written, doing, { happenedAt });
  },
  *HOURS_LATE(doing) {
    const late = Math.max(doing.due, doing.file.now) + doing.chance.between(0.2, 9) * hour;
    return yield* doneAt(open(late, doing), doing);
  },
  *DAYS_LATE(doing) {
    const { due, chance, file } = doing;
    if (chance.happens(0.5)) yield* acknowledged(doing);
    const late = Math.max(due, file.now) + chance.between(1, 9) * day;
    return yield* doneAt(inOffice(late, chance), doing);
  },
  *FORGOTTEN(doing) {
    yield* calledByProvince(doing);
    return yield* doneAt(open(doing.file.now + doing.chance.between(0.5, 5) * hour, doing), doing);
  },
};

function* doneAt(
  when: number,
  { duty, chance }: Doing,
  more: { readonly racing?: boolean; readonly happenedAt?: number } = {},
): Part<Answer> {
  yield* wait(when);
  const { by, name, input = () => ({}), expects = [] } = duty;
  return yield* does(by, name, input(more.happenedAt ?? when), {
    at: when,
    expects,
    twice: chance.happens(0.04),
    ...more,
  });
}

/** Nothing is done until the province has heard of it, says that it has seen it, and calls; or it is void. */
function* calledByProvince({ file, duty, chance }: Doing): Part<void> {
  const places = placesOf(file.happening);
  const province = places.find(({ code }) => code === duty.by.unit)?.province ?? '';
  const since = file.now;
  while (dueOf(file, duty.rule) !== undefined) {
    const looked = yield { kind: 'LOOK', at: nextLook(file.now), province, since };
    if (looked === 'DONE') break;
  }
  if (chance.happens(0.5)) yield* acknowledges(supervisorOf(province), file, duty);
}

const looks = [8, 14, 20];

/** The province reads its inbox three times a day, on rest days too. */
function nextLook(now: number): number {
  const today = dateAt(now);
  const ahead = [today, plusDays(today, 1)].flatMap((date) => looks.map((each) => at(date, each)));
  return ahead.find((each) => each > now) ?? now + day;
}

/** Those who will be late say at least that they have seen it. */
function* acknowledged({ file, duty, due, chance }: Doing): Part<void> {
  yield* wait(inOffice(due + chance.between(0.5, 6) * hour, chance));
  yield* acknowledges(duty.by, file, duty);
}

function* acknowledges(by: Seat, file: CaseFile, duty: Duty): Part<void> {
  const open = file.seen?.deadlines.find(({ rule }) => rule === duty.rule);
  if (open === undefined) return;
  yield* does(by, 'acknowledge', { deadline: open.id }, { expects: ['DEADLINE_UNKNOWN'] });
}

function timely({ file, duty, chance, due }: Doing): number {
  const [least, most] = duty.within ?? [0.05, 0.7];
  const left = Math.max(due - file.now, 4 * hour);
  const wished = file.now + left * chance.between(least, most);
  return Math.ceil((duty.urgent === true ? wished : inOffice(wished, chance)) / minute) * minute;
}

function open(from: number, { duty, chance }: Doing): number {
  return duty.urgent === true ? from : inOffice(from, chance);
}

function dueOf(file: CaseFile, wanted: RuleId): number | undefined {
  const ends = file.seen?.deadlines.flatMap(({ rule, dueAt }) =>
    rule === wanted && dueAt !== null ? [Date.parse(dueAt)] : [],
  );
  return ends?.toSorted((a, b) => a - b)[0];
}

/** When somebody will next be told about the case: the tick to run into. */
function nextTelling({ seen, now }: CaseFile): number | undefined {
  const tellings = seen?.deadlines.flatMap(({ nextTellingAt }) =>
    nextTellingAt === null ? [] : [Date.parse(nextTellingAt)],
  );
  return tellings?.filter((next) => next > now + minute).toSorted((a, b) => a - b)[0];
}
