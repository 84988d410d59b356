import type { AgeGroup } from '../classification.ts';
import { provinceOf, type UnitCode } from '../directory.ts';
import { receivingPost } from '../permission.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { ageOn, type Instant, localDate, type PlainDate, plusDays, plusMonths } from '../time.ts';
import type { Leg, Place } from './case.ts';
import type { CommandOf, ReportedChild } from './command.ts';
import type { Fact, FactOf } from './event.ts';
import { mostChildren } from './incident.ts';
import { type Moment, nextNumber, pinsFor, postsFor, unitOn } from './moment.ts';
import { reportRefs } from './paper.ts';
import type { Opener } from './terms.ts';

/**
 * A report is taken down on Form 01 and is with the commune of the incident at once.
 *
 * The clock of the twelve hours runs from `receivedAt`, whoever received it. These are the facts of the
 * first child; each other child has the same ones in a case of its own.
 *
 * @law ND56/2017 Art. 25.1, 26.1
 * @refuses NOT_ALLOWED, HAPPENED_IN_FUTURE, HAPPENED_BEFORE_RECEIPT, TOO_MANY_CHILDREN, UNIT_UNKNOWN,
 * UNIT_NOT_COMMUNE, PROCEDURE_UNKNOWN
 */
export function receiveReport(
  command: CommandOf<'receiveReport'>,
  moment: Moment,
): readonly Fact[] | Refusal {
  const post = receivingPost(moment.actor, command.incidentUnit);
  if (post === undefined) return refuse('NOT_ALLOWED');
  const wrong = reportInstants(command, moment) ?? tooManyChildren(command, 1);
  if (wrong !== undefined) return wrong;
  const unit = incidentPlace(command, moment);
  if ('refused' in unit) return unit;
  const place = { unit: unit.code, province: provinceOf(unit.code, moment.directory) };
  const openedBy = { unit: post.unit, agency: post.agency, role: post.role };
  const opened = openedCase(
    { ...command, place, openedBy, synthetic: unit.fictional, report: 1 },
    moment,
  );
  return isRefusal(opened) ? { ...opened, field: ['incidentUnit'] } : opened;
}

/** The report that first tells of a child, and where the incident was. */
export type FirstMention = Omit<
  CommandOf<'receiveReport'>,
  'type' | 'caseId' | 'incidentUnit' | 'otherChildren'
> & {
  readonly place: Place;
  readonly openedBy: Opener;
  readonly synthetic: boolean;
  /** Which report of the incident it is, from 1. */
  readonly report: number;
};

/**
 * The facts with which the case of one child begins.
 *
 * @law ND56/2017 Art. 25.1, 26.1
 * @refuses PROCEDURE_UNKNOWN
 */
export function openedCase(mention: FirstMention, moment: Moment): readonly Fact[] | Refusal {
  const { place, openedBy, receivedAt } = mention;
  const pins = pinsFor(place, receivedAt, moment);
  if (pins === undefined) return refuse('PROCEDURE_UNKNOWN', ['receivedAt']);
  const leg: Leg = { unit: place.unit, province: place.province, ...pins };
  // A report the commune of the incident took down itself has been with it from the receipt on.
  const arrived = openedBy.unit === place.unit ? receivedAt : moment.now;
  return [
    received(mention, leg, moment),
    recorded(mention, moment),
    forwarded(leg, arrived, moment),
  ];
}

function received(mention: FirstMention, leg: Leg, moment: Moment): FactOf<'ReportReceived'> {
  const { child, receivedAt } = mention;
  return {
    type: 'ReportReceived',
    about: receivedAt,
    known: moment.now,
    incident: moment.incidentId,
    code: caseCode(moment.counters.cases + 1),
    openedBy: mention.openedBy,
    ...leg,
    residenceUnit: mention.residenceUnit,
    profile: {
      categories: mention.categories,
      subjectGroup: mention.subjectGroup,
      channel: mention.channel,
      sex: child.sex,
      ageGroup: ageGroupOf(child, receivedAt),
    },
    sixteenFrom: sixteenFrom(child),
    synthetic: mention.synthetic,
  };
}

/** A report was received, then taken down, and both before now. */
export function reportInstants(
  { receivedAt, happenedAt }: { readonly receivedAt: Instant; readonly happenedAt: Instant | null },
  { now }: Moment,
): Refusal | undefined {
  if (receivedAt > now) return refuse('HAPPENED_IN_FUTURE', ['receivedAt']);
  if (happenedAt === null) return undefined;
  if (happenedAt > now) return refuse('HAPPENED_IN_FUTURE', ['happenedAt']);
  return happenedAt < receivedAt ? refuse('HAPPENED_BEFORE_RECEIPT', ['happenedAt']) : undefined;
}

/** All children of an incident are written at once, so there is a limit to their number. */
export function tooManyChildren(
  { otherChildren }: Pick<CommandOf<'receiveReport'>, 'otherChildren'>,
  before: number,
): Refusal | undefined {
  const isWithin = before + otherChildren.length <= mostChildren;
  return isWithin ? undefined : refuse('TOO_MANY_CHILDREN', ['otherChildren']);
}

function incidentPlace(command: CommandOf<'receiveReport'>, moment: Moment) {
  const residence = command.residenceUnit;
  const at = command.receivedAt;
  const home = residence === null ? undefined : communeAt(residence, 'residenceUnit', at, moment);
  if (home !== undefined && 'refused' in home) return home;
  return communeAt(command.incidentUnit, 'incidentUnit', at, moment);
}

function communeAt(code: UnitCode, field: string, at: Instant, moment: Moment) {
  const unit = unitOn(code, at, moment);
  if (unit === undefined) return refuse('UNIT_UNKNOWN', [field]);
  return unit.level === 'COMMUNE' ? unit : refuse('UNIT_NOT_COMMUNE', [field]);
}

function recorded(mention: FirstMention, moment: Moment): FactOf<'ReportRecorded'> {
  return {
    type: 'ReportRecorded',
    about: mention.happenedAt ?? moment.now,
    known: moment.now,
    papers: reportRefs(mention.report, mention.papers),
    number: nextNumber('F01', moment),
    report: mention.report,
  };
}

/** Recording in the shared register is the forwarding: the commune of the incident is told in the same act. */
function forwarded(leg: Leg, about: Instant, moment: Moment): FactOf<'ReportForwarded'> {
  return {
    type: 'ReportForwarded',
    about,
    known: moment.now,
    ...leg,
    told: postsFor(['COMMUNE_WORKER', 'COMMUNE_CHAIR'], leg, moment),
  };
}

/** The age group of a child on a day; from the birth date if known, else from the estimate. */
export function ageGroupOf(child: ReportedChild, at: Instant): AgeGroup {
  const age = ageAt(child, localDate(at));
  if (age === null || age < 0) return 'UNKNOWN';
  if (age < 6) return '0-5';
  if (age < 10) return '6-9';
  if (age < 14) return '10-13';
  return age < 16 ? '14-15' : 'OVER_15';
}

/**
 * The first day of the month in which a child turns 16: what may be kept in the clear of a birth date.
 *
 * @law Law on Children 2016 Art. 1
 */
export function sixteenFrom({ bornOn }: ReportedChild): PlainDate | null {
  if (bornOn === null) return null;
  const birthday = plusMonths(bornOn, 16 * 12);
  return plusDays(birthday, 1 - Number(birthday.slice(8, 10)));
}

function ageAt({ bornOn, estimatedAge }: ReportedChild, on: PlainDate): number | null {
  if (bornOn === null) return estimatedAge;
  // A birth date still to come is a slip of the pen and says nothing of the age.
  return bornOn > on ? null : ageOn(bornOn, on);
}

/**
 * The case code people say over the phone: a running number and a check digit, without place, date or name.
 *
 * The digit is Damm's, so one wrong digit or two neighbours exchanged never give another valid code.
 */
export function caseCode(number: number): string {
  const digits = String(number).padStart(7, '0');
  return `LC-${digits}-${checkDigit(digits)}`;
}

/** The running number in a code of {@link caseCode}. */
export function numberOfCode(code: string): number {
  return Number(code.slice(3, -2));
}

// Damm's quasigroup of order 10: zero on the diagonal, no two rows or columns alike.
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = damm[interim]?.[Number(digit)] ?? 0;
  return interim;
}
