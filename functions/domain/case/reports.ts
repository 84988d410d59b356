import { actingPost, mayCorrectReport } from '../permission.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Case } from './case.ts';
import type { CommandOf } from './command.ts';
import { type Decider, dated } from './decider.ts';
import { bothCommunes } from './handover.ts';
import { type Incident, leftOn } from './incident.ts';
import { reportInstants, tooManyChildren } from './intake.ts';
import { type Moment, nextNumber } from './moment.ts';
import { reportRefs } from './paper.ts';
import type { ToldPost } from './terms.ts';

/**
 * Another report of the same incident is taken down on a Form 01 of its own; whatever the step, both
 * communes are told.
 *
 * @law ND56/2017 Art. 25.1
 * @policy 0029
 * @refuses HAPPENED_IN_FUTURE, HAPPENED_BEFORE_RECEIPT, TOO_MANY_CHILDREN, PROCEDURE_UNKNOWN
 */
export const addReport: Decider<'addReport'> = (state, command, moment) => {
  const incident = known(moment);
  const wrong = reportInstants(command, moment) ?? tooManyChildren(command, incident.cases.length);
  if (wrong !== undefined) return wrong;
  const post = actingPost(moment.actor, 'addReport', state);
  if (post === undefined) return refuse('NOT_ALLOWED');
  const report = incident.reports.length + 1;
  const added = {
    type: 'ReportAdded',
    ...dated(command, moment),
    report,
    number: nextNumber('F01', moment),
    receivedAt: command.receivedAt,
    channel: command.channel,
    openedBy: { unit: post.unit, agency: post.agency, role: post.role },
    papers: reportRefs(report, command.papers),
    told: toldOfReport(state, moment),
  } as const;
  return leftOn(state, added, incident);
};

/** The posts told of another report: of the commune of the incident and of that of residence. */
export function toldOfReport(state: Case, moment: Moment): readonly ToldPost[] {
  return bothCommunes(state.residenceLeg, state.incidentLeg, moment);
}

/**
 * The receipt of a report is corrected, by the chair of the commune of the incident or the agency that
 * took the report down; the deadlines follow where the earliest receipt moves.
 *
 * @policy 0029
 * @refuses REPORT_UNKNOWN, NOT_ALLOWED, SAME_RECEIPT, HAPPENED_IN_FUTURE, HAPPENED_BEFORE_RECEIPT
 */
export const correctReceipt: Decider<'correctReceipt'> = (state, command, moment) => {
  const incident = known(moment);
  const wrong = correctionRefusal(state, command, incident, moment);
  if (wrong !== undefined) return wrong;
  const { report, receivedAt, reason } = command;
  const type = 'ReceiptCorrected';
  const fact = { type, ...dated(command, moment), report, receivedAt, reason } as const;
  return leftOn(state, fact, incident);
};

function correctionRefusal(
  state: Case,
  { report: number, receivedAt }: CommandOf<'correctReceipt'>,
  { reports }: Incident,
  { actor, now }: Moment,
): Refusal | undefined {
  const report = reports[number - 1];
  if (report === undefined) return refuse('REPORT_UNKNOWN', ['report']);
  if (!mayCorrectReport(actor, state, report.openedBy)) return refuse('NOT_ALLOWED', ['report']);
  const at = ['receivedAt'];
  if (receivedAt === report.receivedAt) return refuse('SAME_RECEIPT', at);
  if (receivedAt > now) return refuse('HAPPENED_IN_FUTURE', at);
  return receivedAt > report.recordedAt ? refuse('HAPPENED_BEFORE_RECEIPT', at) : undefined;
}

function known({ incident }: Moment): Incident {
  if (incident === undefined) throw new Error('An act on an incident needs the incident');
  return incident;
}
