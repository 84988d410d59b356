import type { AbuseCategory, Channel, Sex, SubjectGroup } from '#domain/classification.ts';
import { type PlainDate, plainDate, plusDays } from '#domain/time.ts';
import type { Chance } from './chance.ts';
import { at, day, isWorkingDay } from './local-time.ts';
import { fullName } from './names.ts';
import { type Commune, drawCommunes, neighbourOf, type Territory } from './territory.ts';

/** Who alleges to have done it stands how to the child. */
export type PerpetratorTie = 'RELATIVE' | 'ACQUAINTANCE' | 'STRANGER';

/** How the report reached somebody who takes it down. */
export type Source =
  | 'COMMUNE'
  | 'POLICE'
  | 'HOTLINE'
  | 'HOTLINE_MACHINE'
  | 'PROVINCE'
  | 'NEIGHBOUR';

/** Who a child is. */
export type Child = { readonly sex: Sex; readonly age: number; readonly name: string };

/** One child's case as it happens in the world, before anybody has written a word about it. */
export type Happening = Child & {
  readonly number: number;
  readonly receivedAt: number;
  readonly source: Source;
  readonly channel: Channel;
  readonly category: AbuseCategory;
  readonly subjectGroup: SubjectGroup;
  /** Further children of the same incident; each has a case of its own. */
  readonly siblings: readonly Child[];
  readonly tie: PerpetratorTie;
  readonly seriousHarm: boolean;
  readonly commune: Commune;
  /** Where the child lives, if that is another commune. */
  readonly residence: Commune | undefined;
  /** Who is asked when the commune of residence declines. */
  readonly elsewhere: Commune | undefined;
  /** Another commune of the province: that of a carer, or one the province finds. */
  readonly neighbour: Commune | undefined;
  /** The commune the report is taken down for at first, if that is the wrong one. */
  readonly mistaken: Commune | undefined;
  readonly chance: Chance;
};

/** Every commune that may have to do with a case. */
export function placesOf(happening: Happening): readonly Commune[] {
  const { commune, residence, elsewhere, neighbour } = happening;
  return [commune, residence, elsewhere, neighbour].filter((each) => each !== undefined);
}

/** How large a caseload is, where and when. */
export type CaseloadWish = {
  readonly cases: number;
  readonly territory: Territory;
  readonly from: PlainDate;
  /** The first day on which nothing more is received. */
  readonly until: PlainDate;
  readonly chance: Chance;
};

/**
 * The mix of the published statistics, by where a report comes in.
 *
 * Cases known to police and communes: 74 % sexual in 2015–2019, 84 % in the first half of 2023, girls
 * 81–84 %; interventions of hotline 111 in 2022: 57 % violence. The two sources differ and are kept apart.
 */
const categories: Readonly<
  Record<'DETECTED' | 'HOTLINE', Readonly<Record<AbuseCategory, number>>>
> = {
  DETECTED: {
    SEXUAL_ABUSE: 79,
    VIOLENCE: 10,
    EXPLOITATION: 2,
    ABANDON_NEGLECT: 3,
    TRAFFICKING: 1.2,
    OTHER: 4.8,
  },
  HOTLINE: {
    SEXUAL_ABUSE: 170,
    VIOLENCE: 888,
    EXPLOITATION: 215,
    ABANDON_NEGLECT: 44,
    TRAFFICKING: 33,
    OTHER: 210,
  },
};

const sources = {
  COMMUNE: 55,
  POLICE: 26,
  HOTLINE: 6,
  HOTLINE_MACHINE: 3,
  PROVINCE: 4,
  NEIGHBOUR: 6,
};
const girls: Readonly<Record<AbuseCategory, number>> = {
  SEXUAL_ABUSE: 0.92,
  VIOLENCE: 0.55,
  EXPLOITATION: 0.55,
  ABANDON_NEGLECT: 0.5,
  TRAFFICKING: 0.85,
  OTHER: 0.6,
};
// The year 2018: relatives 21.3 %, acquaintances and neighbours about 60 %.
const ties = { RELATIVE: 21.3, ACQUAINTANCE: 60, STRANGER: 18.7 };
// No published series by age was found: these are assumptions.
const ages = { '0-5': 13, '6-9': 18, '10-13': 33, '14-15': 36 };
// Hotline 111 in 2021: telephone 1,033, press and networks 194, petitions 21, official letters 9.
const hotlineChannels = { PHONE: 1033, PRESS: 194, POST: 21, OFFICIAL_LETTER: 9, APP: 120 };
const officeChannels = { IN_PERSON: 45, THIRD_PARTY: 25, PHONE: 25, OFFICIAL_LETTER: 5 };
const months = [0.9, 0.75, 0.95, 1, 1.1, 1.2, 1.2, 1.15, 1, 0.95, 0.95, 0.95];

/** A caseload of that size, earliest first; the same again for the same chance. */
export function caseloadOf({ cases, territory, from, until, chance }: CaseloadWish) {
  const days = daysBetween(from, until);
  const communes = drawCommunes(territory, chance.of('communes'));
  const calm = chance.of('days');
  const drawDay = byWeight(days, calm);
  const happenings = Array.from({ length: cases }, (_, number): Happening => {
    const own = chance.of(`case ${number}`);
    return happening({ number, date: drawDay(), communes, territory, chance: own });
  });
  return happenings.toSorted((a, b) => a.receivedAt - b.receivedAt);
}

function daysBetween(from: PlainDate, until: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let date = plainDate(from); date < until; date = plusDays(date, 1)) days.push(date);
  return days;
}

/** More in summer and on working days; what comes to light on rest days and at Tết is less, and more urgent. */
function byWeight(days: readonly PlainDate[], chance: Chance): () => PlainDate {
  const weights = days.map(
    (date) => (months[Number(date.slice(5, 7)) - 1] ?? 1) * (isWorkingDay(date) ? 1 : 0.65),
  );
  const sum = weights.reduce((all, one) => all + one, 0);
  return () => {
    let left = chance.share() * sum;
    const index = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return days[Math.max(index, 0)] as PlainDate;
  };
}

type Draw = {
  readonly number: number;
  readonly date: PlainDate;
  readonly communes: () => Commune;
  readonly territory: Territory;
  readonly chance: Chance;
};

function happening({ number, date, communes, territory, chance }: Draw): Happening {
  const source = chance.weighted(sources);
  const isHotline = source === 'HOTLINE' || source === 'HOTLINE_MACHINE';
  const category = chance.weighted(categories[isHotline ? 'HOTLINE' : 'DETECTED']);
  const tie = chance.weighted(ties);
  const seriousHarm = chance.happens(isWorkingDay(date) ? 0.3 : 0.5);
  const commune = communes();
  const neighbour = neighbourOf(territory, commune, chance.of('neighbour'));
  const residence = chance.happens(0.15) ? otherThan([commune], communes) : undefined;
  return {
    number,
    receivedAt: receiptOn(date, { seriousHarm, chance }),
    source,
    channel: chance.weighted<Channel>(channelsOf(isHotline)),
    category,
    subjectGroup: chance.weighted<SubjectGroup>({
      ABUSED: 82,
      AT_RISK: 14,
      SPECIAL_CIRCUMSTANCE: 4,
    }),
    ...childOf(category, chance),
    siblings: siblingsOf(category, chance.of('siblings')),
    tie,
    seriousHarm,
    commune,
    residence,
    elsewhere: residence && otherThan([commune, residence], communes),
    neighbour,
    mistaken: chance.of('mistaken').happens(0.04) ? neighbour : undefined,
    chance,
  };
}

function childOf(category: AbuseCategory, chance: Chance): Child {
  const sex = sexOf(category, chance);
  return { sex, age: ageOf(chance), name: fullName(sex, chance) };
}

function siblingsOf(category: AbuseCategory, chance: Chance): readonly Child[] {
  if (!chance.happens(0.08)) return [];
  return Array.from({ length: chance.whole(1, 2) }, () => childOf(category, chance));
}

function channelsOf(isHotline: boolean): Readonly<Record<Channel, number>> {
  const none = { IN_PERSON: 0, THIRD_PARTY: 0, APP: 0, PRESS: 0, POST: 0 };
  return { ...none, ...(isHotline ? hotlineChannels : officeChannels) };
}

function sexOf(category: AbuseCategory, chance: Chance): Sex {
  if (chance.happens(0.01)) return 'UNKNOWN';
  return chance.happens(girls[category]) ? 'FEMALE' : 'MALE';
}

function ageOf(chance: Chance): number {
  const [least = 0, most = 15] = chance.weighted(ages).split('-').map(Number);
  return chance.whole(least, most);
}

function otherThan(known: readonly Commune[], communes: () => Commune): Commune | undefined {
  const other = communes();
  return known.some(({ code }) => code === other.code) ? undefined : other;
}

type Urgency = { readonly seriousHarm: boolean; readonly chance: Chance };

/** Emergencies come at night as often as by day; the rest comes when people are awake. */
function receiptOn(date: PlainDate, { seriousHarm, chance }: Urgency): number {
  const isNight = chance.happens(seriousHarm ? 0.45 : 0.08);
  const hours = isNight ? (chance.between(19, 29) + 24) % 24 : chance.between(7, 19);
  return Math.floor((at(date, 0) + (hours / 24) * day) / 60_000) * 60_000;
}

/** One of several parts of a caseload. */
export type Share = { readonly index: number; readonly of: number };

/** The cases of some of the provinces: every province is in one part, and the parts are about as large. */
export function shareOf(
  caseload: readonly Happening[],
  { index, of }: Share,
): readonly Happening[] {
  const byProvince = Map.groupBy(caseload, ({ commune }) => commune.province);
  const largestFirst = [...byProvince].sort(([, a], [, b]) => b.length - a.length);
  const parts = Array.from({ length: of }, (): Happening[] => []);
  for (const [, cases] of largestFirst)
    parts.toSorted((a, b) => a.length - b.length)[0]?.push(...cases);
  return (parts[index] ?? []).toSorted(
    (a, b) => a.receivedAt - b.receivedAt || a.number - b.number,
  );
}
