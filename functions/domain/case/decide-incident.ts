import { isRefusal, type Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { CommandOf, IncidentCommand, OtherChild, Papers } from './command.ts';
import { withDeadlines } from './deadlines.ts';
import { decide } from './decide.ts';
import type { Fact, FactOf } from './event.ts';
import { type Incident, leftOn } from './incident.ts';
import { openedCase } from './intake.ts';
import type { Moment } from './moment.ts';
import { papersOf } from './paper.ts';
import { toldOfReport } from './reports.ts';

/** What an act leaves on one case, and the papers to be sealed for this child alone. */
export type CaseFacts = {
  readonly caseId: string;
  readonly facts: readonly Fact[];
  readonly papers: Papers;
};

/** The cases an act about an incident is written on. */
export type Concerned = {
  /** The cases there are, the one asked for first. */
  readonly states: readonly Case[];
  /** Ids for the cases of children that are new. */
  readonly fresh: readonly string[];
};

type Answer = readonly CaseFacts[] | Refusal;

/**
 * The facts an act about an incident leaves on each of its cases; or why not.
 *
 * Permission and step are judged on the case asked for: the others share its incident.
 */
export function decideIncident(
  command: IncidentCommand,
  concerned: Concerned,
  moment: Moment,
): Answer {
  return command.type === 'receiveReport'
    ? firstReport(command, concerned, moment)
    : furtherAct(command, concerned, moment);
}

function firstReport(
  command: CommandOf<'receiveReport'>,
  { fresh }: Concerned,
  moment: Moment,
): Answer {
  const ofReport = papersOf('REPORT', command.papers);
  const first = { ...command.child, papers: papersOf('CHILD', command.papers) };
  return each([first, ...command.otherChildren], fresh, moment, (child, at) =>
    decide(undefined, { ...command, child, papers: { ...ofReport, ...child.papers } }, at),
  );
}

type CaseMoment = Moment & { readonly caseId: string };

/** One case for each child, with consecutive codes; refused for one is refused for all. */
function each(
  children: readonly OtherChild[],
  ids: readonly string[],
  moment: Moment,
  open: (child: OtherChild, at: CaseMoment) => readonly Fact[] | Refusal,
): Answer {
  const opened: CaseFacts[] = [];
  for (const [index, child] of children.entries()) {
    const caseId = ids[index];
    if (caseId === undefined) throw new Error('A new case needs an id');
    const counters = { ...moment.counters, cases: moment.counters.cases + index };
    const facts = open(child, { ...moment, counters, caseId });
    if (isRefusal(facts)) return facts;
    opened.push({ caseId, facts, papers: papersOf('CHILD', child.papers) });
  }
  return opened;
}

function furtherAct(
  command: Exclude<IncidentCommand, { type: 'receiveReport' }>,
  { states: [asked, ...siblings], fresh }: Concerned,
  moment: Moment,
): Answer {
  const facts = decide(asked, command, { ...moment, caseId: command.caseId });
  if (isRefusal(facts)) return facts;
  const { incident } = moment;
  const shared = facts.find(isShared);
  if (asked === undefined || incident === undefined || shared === undefined)
    throw new Error('An act on an incident leaves a fact about it');
  const others = onSiblings(siblings, shared, incident, moment);
  if (isRefusal(others)) return others;
  const known = [{ caseId: asked.id, facts, papers: {} }, ...others];
  if (command.type !== 'addReport' || shared.type !== 'ReportAdded') return known;
  const found = newChildren(command, asked, shared, { ...moment, fresh });
  return isRefusal(found) ? found : [...known, ...found];
}

type Shared = FactOf<'ReportAdded' | 'ReceiptCorrected'>;

function isShared(fact: Fact): fact is Shared {
  return fact.type === 'ReportAdded' || fact.type === 'ReceiptCorrected';
}

/** The same fact in the records of the other cases, told to those whom each is with; refused for one, for all. */
function onSiblings(
  siblings: readonly Case[],
  shared: Shared,
  incident: Incident,
  moment: Moment,
): Answer {
  const left: CaseFacts[] = [];
  for (const state of siblings) {
    const fact =
      shared.type === 'ReportAdded' ? { ...shared, told: toldOfReport(state, moment) } : shared;
    const facts = leftOn(state, fact, incident);
    if (isRefusal(facts)) return facts;
    const caseId = state.id;
    left.push({ caseId, facts: withDeadlines(state, facts, { ...moment, caseId }), papers: {} });
  }
  return left;
}

/** Children only this report tells of: in all else their cases begin as that of the first child did. */
function newChildren(
  command: CommandOf<'addReport'>,
  asked: Case,
  { report, openedBy }: FactOf<'ReportAdded'>,
  moment: Moment & Pick<Concerned, 'fresh'>,
): Answer {
  const { subjectGroup, categories } = asked.profile;
  const { residenceUnit, synthetic, incidentLeg: place } = asked;
  const alike = { subjectGroup, categories, residenceUnit, synthetic, place, report, openedBy };
  const ofReport = papersOf('REPORT', command.papers);
  return each(command.otherChildren, moment.fresh, moment, (child, at) => {
    const papers = { ...ofReport, ...child.papers };
    const facts = openedCase({ ...command, ...alike, child, papers }, at);
    return isRefusal(facts) ? facts : withDeadlines(undefined, facts, at);
  });
}
