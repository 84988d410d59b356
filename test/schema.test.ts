import { execFileSync } from 'node:child_process';
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { rowOutcomes } from '#app/ports/personnel.ts';
import { answerCodes } from '#app/ports/webhooks.ts';
import { listKinds } from '#app/ports/worklists.ts';
import { hindrances } from '#domain/ability.ts';
import { accessGaps } from '#domain/access.ts';
import { seatGaps } from '#domain/answering.ts';
import { outcomes } from '#domain/attempt.ts';
import { rowKinds, rowStatuses } from '#domain/calendar.ts';
import { calendarProblems } from '#domain/calendar-import.ts';
import { heldReasons } from '#domain/calm.ts';
import { commandTypes } from '#domain/case/acts.ts';
import { sideActs } from '#domain/case/command.ts';
import * as disclosure from '#domain/case/disclosure-terms.ts';
import { conflictGrounds, glassOutcomes } from '#domain/case/oversight.ts';
import * as asking from '#domain/case/subject-terms.ts';
import * as event from '#domain/case/terms.ts';
import {
  abuseCategories,
  ageGroups,
  channels,
  sexes,
  subjectGroups,
} from '#domain/classification.ts';
import { remedies } from '#domain/dead-letter.ts';
import { channels as deliveryChannels, deliveryStates } from '#domain/delivery.ts';
import { roles, unitLevels } from '#domain/directory.ts';
import { orderStatuses } from '#domain/erasure.ts';
import { ladderUnits, rungKinds } from '#domain/ladder.ts';
import { ladderProblems, provincialLadders } from '#domain/ladder-import.ts';
import { noticeKinds } from '#domain/notice.ts';
import { ladderVerdicts, noticeVerdicts, voidReasons } from '#domain/notice-proof.ts';
import { fieldClasses } from '#domain/permission.ts';
import { draftProblems, standings } from '#domain/policy-draft.ts';
import { ladderNames, legs, rules, steps } from '#domain/procedure.ts';
import { refusals } from '#domain/refusal.ts';
import { relations } from '#domain/relation.ts';
import { countUnits } from '#domain/statistics.ts';
import { verificationFaults } from '#domain/verification-words.ts';
import { anomalyKinds } from '#domain/watch.ts';
import { stopReasons } from '#domain/webhook.ts';
import { levels } from '#graphql/papers.ts';
import { ageGroupNames } from '#graphql/resolvers/case.ts';
import { administrationNouns, caseNouns, sdl, statisticsNouns } from '#schema/sdl.ts';

const schema = buildSchema(sdl([...caseNouns, ...administrationNouns, ...statisticsNouns]));
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const own = types.filter(({ name }) => !['ID', 'String', 'Int', 'Boolean', 'Float'].includes(name));

const tuples: Readonly<Record<string, readonly string[]>> = {
  AbuseCategory: abuseCategories,
  Act: [...commandTypes, 'sweep', 'replan', 'erase', 'migrate'],
  AnomalyKind: anomalyKinds,
  Hindrance: hindrances,
  AccessGap: accessGaps,
  Relation: relations,
  AgeGroup: ageGroups.map((group) => ageGroupNames[group]),
  CalendarProblemCode: Object.keys(calendarProblems),
  Channel: channels,
  Closing: event.closings,
  Form: event.forms,
  CorrectionReason: event.correctionReasons,
  CountUnit: countUnits,
  DeadlineStatus: event.deadlineStatuses,
  DraftProblemCode: Object.keys(draftProblems),
  CareForm: event.careForms,
  CareOutcome: event.careOutcomes,
  FollowUp: event.followUps,
  MoveReason: event.moveReasons,
  PlanRefuser: event.planRefusers,
  ReliefGround: event.reliefGrounds,
  ReopeningGround: event.reopeningGrounds,
  ConsentGiver: disclosure.consentGivers,
  DisclosureBasis: disclosure.disclosureBases,
  DisclosurePurpose: disclosure.disclosurePurposes,
  DisclosureRecipient: disclosure.disclosureRecipients,
  SecrecyLevel: disclosure.secrecyLevels,
  EmailHoldReason: heldReasons,
  ErasureGround: event.erasureGrounds,
  ErasureOrderStatus: orderStatuses,
  UnfoundedGround: event.unfoundedGrounds,
  EmergencyGround: event.emergencyGrounds,
  EmergencyMeasure: event.emergencyMeasures,
  ConflictGround: conflictGrounds,
  FieldClass: fieldClasses,
  GlassOutcome: glassOutcomes,
  Asker: asking.askers,
  SubjectAnswer: asking.subjectAnswers,
  Verification: asking.verifications,
  WithholdingGround: asking.withholdingGrounds,
  IsolationGround: event.isolationGrounds,
  IsolationOutcome: event.isolationOutcomes,
  LadderName: ladderNames,
  LadderProblemCode: Object.keys(ladderProblems),
  LadderUnit: ladderUnits,
  LegName: legs,
  Level: levels,
  LimitLeg: [...legs, 'ACCOUNTABLE'],
  ListKind: listKinds,
  NoticeKind: noticeKinds,
  ProvincialLadder: provincialLadders,
  DeliveryOutcome: outcomes,
  DeliveryRemedy: remedies,
  RefusalCode: ['INVALID_INPUT', ...Object.keys(refusals)],
  ReviewOutcome: event.reviewOutcomes,
  Role: roles,
  RowKind: rowKinds,
  RowOutcome: rowOutcomes,
  RowStatus: rowStatuses,
  RuleId: rules,
  RungKind: rungKinds,
  SeatGap: [...seatGaps, 'NOT_SAID'],
  Sex: sexes,
  Standing: standings,
  Step: steps,
  SubjectGroup: subjectGroups,
  UnitLevel: unitLevels,
  DeliveryChannel: deliveryChannels,
  DeliveryState: deliveryStates,
  LadderVerdict: ladderVerdicts,
  NoticeVerdict: noticeVerdicts,
  VoidReason: voidReasons,
  VerificationFault: Object.keys(verificationFaults),
  WebhookAnswerCode: answerCodes,
  WebhookStopReason: stopReasons,
};

// The domain has these as types alone; the compiler holds the resolvers to them.
const typesAlone = [
  'ActorKind',
  'Basis',
  'DisclosureMethod',
  'EmailStatus',
  'FactType',
  'HandoverState',
  'HoldEffect',
  'IntervalReason',
  'SpanUnit',
];

const enumNames = own.filter(isEnumType).map(({ name }) => name);
const valuesOf = (name: string) =>
  (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);

function undescribed(): readonly string[] {
  return own.flatMap((type) => {
    const inside = membersOf(type).filter(({ description }) => !description);
    const names = inside.map(({ name }) => `${type.name}.${name}`);
    return type.description ? names : [type.name, ...names];
  });
}

type Member = { readonly name: string; readonly description?: string | null | undefined };

function membersOf(type: (typeof own)[number]): readonly Member[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
}

describe('the schema', () => {
  it.each(Object.entries(tuples))('has in %s what the domain has, in its order', (name, tuple) => {
    expect(valuesOf(name)).toEqual([...tuple]);
  });

  it('has no enum that nothing holds to the domain', () => {
    expect(enumNames.toSorted()).toEqual([...Object.keys(tuples), ...typesAlone].toSorted());
  });

  it('says what every type, field, argument and value means', () => {
    expect(undescribed()).toEqual([]);
  });

  it('is what the generated types were made from', () => {
    expect(() => execFileSync(process.execPath, ['schema/codegen.ts', '--check'])).not.toThrow();
  });

  it('answers statistics apart from cases', () => {
    const statistics = buildSchema(sdl(statisticsNouns));
    const fields = Object.keys(statistics.getQueryType()?.getFields() ?? {});
    expect(fields).toEqual(['serverTime', 'releases', 'release']);
    expect(statistics.getType('Case')).toBeUndefined();
    expect(buildSchema(sdl(caseNouns)).getType('Release')).toBeUndefined();
  });
});

describe.each(commandTypes)('the mutation %s', (act) => {
  const field = schema.getMutationType()?.getFields()[act];
  const input = field?.args[0];
  const fields = () => (getNamedType(input?.type) as GraphQLInputObjectType).getFields();

  it('takes one input of its own and answers as every act does', () => {
    expect(field?.args.map(({ name }) => name)).toEqual(['input']);
    expect(String(input?.type)).toBe(`${act.charAt(0).toUpperCase()}${act.slice(1)}Input!`);
    expect(String(field?.type)).toBe('CasePayload!');
  });

  it('needs a key, and the version decided on where others decide on what it changes', () => {
    const needsVersion = act !== 'receiveReport' && !sideActs.includes(act);
    expect(String(fields()['idempotencyKey']?.type)).toBe('IdempotencyKey!');
    expect('expectedVersion' in fields()).toBe(needsVersion);
    expect('caseId' in fields()).toBe(act !== 'receiveReport');
    // A glass is broken when that is written down, and shows nothing before.
    expect('happenedAt' in fields()).toBe(act !== 'breakGlass');
  });
});
