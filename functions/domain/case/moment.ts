import type { Calendar } from '../calendar.ts';
import {
  type Directory,
  exists,
  nation,
  type Role,
  resolve,
  type Unit,
  type UnitCode,
} from '../directory.ts';
import type { Actor } from '../permission.ts';
import { inForce, type Procedure } from '../procedure.ts';
import { type Instant, localDate } from '../time.ts';
import type { Place } from './case.ts';
import type { Incident } from './incident.ts';
import type { Form, FormNumber, ToldPost } from './terms.ts';

/** Everything the world could have told a decider, handed in once. */
export type Moment = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: Calendar;
  readonly procedures: readonly Procedure[];
  readonly directory: Directory;
  /** The last numbers given out, read with the case and conditioned in its commit. */
  readonly counters: Counters;
  /** The incident of the case: a fresh random id before the first report has come in. */
  readonly incidentId: string;
  /** The incident itself, for acts that are about it. */
  readonly incident?: Incident | undefined;
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

/** The procedure in force for a commune of a province at an instant. */
export function procedureFor(
  { unit, province }: Place,
  at: Instant,
  moment: Moment,
): Procedure | undefined {
  return inForce(moment.procedures, [unit, province, nation], localDate(at));
}

/** The posts of some roles in a commune and in the province that answers above it, each once. */
export function postsFor(
  wanted: readonly Role[],
  { unit: commune, province }: Place,
  { directory }: Pick<Moment, 'directory'>,
): readonly ToldPost[] {
  const found = wanted.flatMap((role) => resolve(directory, role, { commune, province }));
  return distinct(found.map(({ id, role, unit }) => ({ id, role, unit })));
}

/** Each post once, in the order first met. */
export function distinct(posts: readonly ToldPost[]): readonly ToldPost[] {
  return [...new Map(posts.map((post) => [post.id, post])).values()];
}
