import {
  accountableLeg,
  type Case,
  offeredPlace,
  type Place,
  placesOf,
} from '#domain/case/case.ts';
import type { Command } from '#domain/case/command.ts';
import type { Moment } from '#domain/case/moment.ts';
import { nation, type UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';
import type { Loaded } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';

/** The moment of one case, with ids for the cases of children an act may find. */
export type CaseMoment = Moment & {
  readonly caseId: string;
  readonly newCaseIds: readonly string[];
};

/** Everything a decider may know, gathered once. */
export async function momentOf(
  { actor, command, now }: { actor: Actor; command: Command; now: Instant },
  { head, siblings, incident: known, counters }: Loaded,
  { directories, world }: Surroundings,
): Promise<CaseMoment> {
  const units = unitsOf(actor) ?? unitsFor(command, head?.state, siblings);
  const [directory, named, calendar, procedures] = await Promise.all([
    directories.around(units),
    namedBy(command, directories),
    directories.calendar(),
    directories.procedures(),
  ]);
  const incidentId = head?.state.incident ?? world.newId();
  const incident = known?.incident;
  const law = { calendar, procedures, ladders: directory.ladders };
  const ids = { incidentId, caseId: command.caseId, newCaseIds: newCaseIds(command, world) };
  return { now, actor, ...law, directory, counters, incident, named, ...ids };
}

/** The officer an act is about. */
async function namedBy(command: Command, { officer }: Surroundings['directories']) {
  const id = 'officer' in command ? command.officer : null;
  return id === null ? undefined : officer(id);
}

/** One for each child an act tells of; the case of the first child of a first report has its id by now. */
function newCaseIds(command: Command, { newId }: Surroundings['world']): readonly string[] {
  if (!('otherChildren' in command)) return [];
  const others = command.otherChildren.map(() => newId());
  return command.type === 'receiveReport' ? [command.caseId, ...others] : others;
}

/** Whoever follows a link acts as a post, so the post is looked at as it stands now. */
function unitsOf({ kind, posts }: Actor): readonly UnitCode[] | undefined {
  return kind === 'LINK' ? posts.map(({ unit }) => unit) : undefined;
}

/** The units an act speaks of or tells; most acts need none and cost no read. */
function unitsFor(
  command: Command,
  state: Case | undefined,
  siblings: Loaded['siblings'],
): readonly UnitCode[] {
  const seatsOfIncident = seatsOfAll([state, ...siblings.map((head) => head.state)]);
  const placed = state === undefined ? [] : placesOf(state);
  switch (command.type) {
    case 'addReport':
      return seatsOfIncident;
    case 'declareConflict':
      return [...seatsOfIncident, command.unit ?? nation];
    case 'breakGlass':
      return seatsOf(state && accountableLeg(state));
    case 'receiveReport':
      return [command.incidentUnit, command.residenceUnit ?? command.incidentUnit];
    case 'offerHandover':
      return [command.to, ...seatsOf(state?.residenceLeg)];
    case 'acceptHandover':
      return seatsOf(...placed);
    case 'declineHandover':
      return seatsOf(state?.residenceLeg, state && offeredPlace(state));
    case 'assignWorker':
      return seatsOf(state?.incidentLeg, state?.residenceLeg);
    case 'forwardReport':
    case 'assignCommune':
      return [command.to, ...seatsOf(...placed)];
    case 'placeInCare':
      return [command.unit];
    case 'correctResidence':
      return command.residenceUnit === null ? [] : [command.residenceUnit];
    default:
      return [];
  }
}

function seatsOfAll(states: readonly (Case | undefined)[]): readonly UnitCode[] {
  return seatsOf(...states.flatMap((each) => [each?.incidentLeg, each?.residenceLeg]));
}

/** The units where posts that answer for some communes have their seats. */
export function seatsOf(...places: readonly (Place | undefined)[]): readonly UnitCode[] {
  const known = places.filter((place) => place !== undefined);
  return [nation, ...known.flatMap(({ unit, province }) => [unit, province])];
}
