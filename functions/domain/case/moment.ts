import { answering } from '../answering.ts';
import type { Calendar } from '../calendar.ts';
import {
  type Directory,
  delegateOf,
  exists,
  nation,
  type Officer,
  type Role,
  type Unit,
  type UnitCode,
} from '../directory.ts';
import { inForce, overlayInForce } from '../in-force.ts';
import type { LadderPolicy } from '../ladder.ts';
import type { Actor } from '../permission.ts';
import type { Procedure } from '../procedure.ts';
import { type Instant, localDate } from '../time.ts';
import type { Leg, Place } from './case.ts';
import type { Incident } from './incident.ts';
import type { Form, FormNumber, ToldPost } from './terms.ts';

/** Everything the world could have told a decider, handed in once. */
export type Moment = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: Calendar;
  readonly procedures: readonly Procedure[];
  /** What provinces have put in the place of the default ladders. */
  readonly ladders: readonly LadderPolicy[];
  readonly directory: Directory;
  /** The last numbers given out, read with the case and conditioned in its commit. */
  readonly counters: Counters;
  /** The incident of the case: a fresh random id before the first report has come in. */
  readonly incidentId: string;
  /** The incident itself, for acts that are about it. */
  readonly incident?: Incident | undefined;
  /** The officer an act names, where it names one that exists. */
  readonly named?: Officer | undefined;
};

/** Last case number of the country, and last form numbers of one agency in one year. */
export type Counters = {
  readonly cases: number;
  readonly agency: string;
  readonly year: number;
  readonly forms: Readonly<Partial<Record<Form, number>>>;
};

/** The next running number of a form at the agency that draws it up. */
export function nextNumber(form: Form, moment: Moment): FormNumber {
  const { agency, year, forms } = moment.counters;
  return { form, agency, year, number: (forms[form] ?? 0) + 1 };
}

/** The unit of this code, if it exists at an instant. */
export function unitOn(code: UnitCode, at: Instant, moment: Moment): Unit | undefined {
  const unit = moment.directory.units.get(code);
  return unit !== undefined && exists(unit, localDate(at)) ? unit : undefined;
}

/** The statute in force for a commune of a province at an instant. */
export function procedureFor(
  place: Place,
  at: Instant,
  { procedures }: Pick<Moment, 'procedures'>,
): Procedure | undefined {
  return inForce(procedures, territoryOf(place), localDate(at));
}

/** What a leg that starts in a commune at an instant pins: the statute, and the narrowest local procedure over it. */
export function pinsFor(
  place: Place,
  at: Instant,
  moment: Pick<Moment, 'procedures'>,
): Pick<Leg, 'procedure' | 'overlay'> | undefined {
  const procedure = procedureFor(place, at, moment)?.id;
  if (procedure === undefined) return undefined;
  const { procedures } = moment;
  const overlay = overlayInForce(procedures, procedure, territoryOf(place), localDate(at));
  return { procedure, overlay: overlay?.id ?? null };
}

function territoryOf({ unit, province }: Place): readonly UnitCode[] {
  return [unit, province, nation];
}

/**
 * The posts of some roles in a commune and in the province that answers above it, each once, with the seats each of
 * them stands in for.
 */
export function postsFor(
  wanted: readonly Role[],
  { unit: commune, province }: Place,
  { directory, now }: Pick<Moment, 'directory' | 'now'>,
): readonly ToldPost[] {
  const found = wanted.flatMap((role) => {
    const { posts, insteadOf } = answering(directory, role, { commune, province }, now);
    return posts.map((post): ToldPost => {
      const { id, role, unit } = post;
      return {
        id,
        role,
        unit,
        ...(insteadOf.length > 0 && { insteadOf }),
        ...(delegateOf(post, now) !== undefined && { delegated: true }),
      };
    });
  });
  return distinct(found);
}

/** Each post once, in the order first met, with all the seats it stands in for. */
export function distinct(posts: readonly ToldPost[]): readonly ToldPost[] {
  return [...Map.groupBy(posts, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(joined, first)],
  );
}

function joined(post: ToldPost, { insteadOf = [] }: ToldPost): ToldPost {
  const before = post.insteadOf ?? [];
  const more = insteadOf.filter(
    ({ role, unit }) => !before.some((each) => each.role === role && each.unit === unit),
  );
  return more.length === 0 ? post : { ...post, insteadOf: [...before, ...more] };
}
