import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { administrationNouns, caseNouns, sdl, statisticsNouns } from './sdl.ts';

const filename = new URL('./generated.ts', import.meta.url).pathname;
const views = '../functions/graphql/views.ts';

const mappers = {
  Ability: '../functions/domain/ability.ts#Ability as AbilityModel',
  Case: '../functions/domain/view.ts#CaseView',
  CaseAsOf: '../functions/domain/view.ts#CaseView',
  Count: '../functions/domain/disclosure.ts#PublicCount',
  Unit: '../functions/domain/directory.ts#Unit as UnitModel',
  ListedCase: '../functions/app/ports/worklists.ts#ListedCase as ListedCaseModel',
  Delivery: '../functions/app/ports/notices.ts#KeptDelivery as KeptDeliveryModel',
  DeliveryEntry: '../functions/domain/attempt.ts#Entry',
  Notice: '../functions/app/ports/notices.ts#KeptDelivery',
  Incident: `${views}#IncidentOfCase`,
  IncidentReport: `${views}#ReportOfIncident`,
  HistoryEntry: '../functions/app/ports/ledger.ts#StoredEvent',
  HistoryFact: '../functions/domain/case/event.ts#Fact',
  ToldPost: '../functions/domain/case/terms.ts#ToldPost as ToldPostModel',
  Release: '../functions/app/ports/statistics.ts#Release as ReleaseModel',
  Procedure: '../functions/domain/procedure.ts#Procedure as ProcedureModel',
  Adoption: '../functions/domain/procedure.ts#Adoption as AdoptionModel',
  TimeLimit: '../functions/domain/procedure.ts#Limit',
  CaseConnection: `${views}#CasePage`,
  Plan: '../functions/domain/case/case.ts#Plan as PlanModel',
  PlanItem: `${views}#PlannedItem`,
  Questionnaire: '../functions/graphql/papers.ts#FilledForm',
  Deadline: `${views}#OpenDeadline`,
  DeadlineAsOf: `${views}#OpenDeadline`,
  DeadlineCalculation: '../functions/domain/calculation.ts#Calculation',
  LadderRung: '../functions/domain/calculation.ts#ReachedRung',
  LadderPolicy: '../functions/domain/ladder.ts#LadderPolicy as LadderPolicyModel',
  Interval: '../functions/domain/deadline.ts#Interval as IntervalModel',
  MigratedDeadline: '../functions/domain/case/movement.ts#Change',
  DeadlineMovement: '../functions/domain/case/movement.ts#Movement',
  AgencyForecast: '../functions/domain/forecast.ts#AgencyForecast as AgencyForecastModel',
  AgencyChange: '../functions/domain/consequences.ts#AgencyChange as AgencyChangeModel',
  LadderLoad: '../functions/domain/consequences.ts#LadderLoad as LadderLoadModel',
  ErasureOrder: '../functions/graphql/erasure.ts#OrderWithCases',
  OrderedCase: '../functions/domain/case/case.ts#Case as CaseModel',
  ErasureCandidate: '../functions/domain/retention.ts#Candidate',
  Disclosure: `${views}#DisclosureOfCase`,
  Leg: `${views}#CaseLeg`,
  HandoverOffer: '../functions/domain/case/case.ts#Offer',
  Care: '../functions/domain/case/case.ts#Care as CareModel',
  HeldPost: `${views}#HeldPost as HeldPostModel`,
  PostOnFile: '../functions/domain/directory.ts#Post as PostModel',
  OfficerOnFile: '../functions/app/ports/personnel.ts#OfficerOnFile as OfficerOnFileModel',
  AppOnFile: '../functions/app/ports/directory.ts#RegisteredApp',
  Credential: `${views}#CredentialOfApp`,
  Delegation: '../functions/domain/absence.ts#Delegation as DelegationModel',
  Leave: '../functions/domain/absence.ts#Stretch',
  Tenure: '../functions/domain/directory.ts#Tenure as TenureModel',
  LogEntry: '../functions/app/ports/personnel.ts#LogEntry as LogEntryModel',
  CaseVerification: '../functions/app/verify.ts#CaseVerdict',
  NoticeDuty: '../functions/domain/notice.ts#NoticeDuty as NoticeDutyModel',
  NoticeProof: '../functions/domain/notice-proof.ts#NoticeProof as NoticeProofModel',
  ProvenNotice: '../functions/domain/notice-proof.ts#ProvenNotice as ProvenNoticeModel',
  ProvenDuty: '../functions/domain/notice-proof.ts#ProvenDuty as ProvenDutyModel',
  NoticeWay: '../functions/domain/notice-proof.ts#KeptWay',
  HeadDigest: '../functions/app/ports/proof.ts#HeadDigest as HeadDigestModel',
  Access: '../functions/app/ports/proof.ts#Access as AccessModel',
  Exclusion: `${views}#ExclusionOfCase`,
  SubjectRequest: `${views}#SubjectRequestOfCase`,
  SubjectExport: `${views}#CaseGiven`,
  Glass: `${views}#GlassOfCase`,
  Viewer: '../functions/domain/permission.ts#Actor',
  Webhook: '../functions/domain/webhook.ts#WebhookStanding',
  WebhookDelivery: '../functions/app/ports/notices.ts#KeptDelivery',
  WebhookAttempt: '../functions/domain/attempt.ts#Entry',
};

const time = '../functions/domain/time.ts';
const config = {
  mappers,
  contextType: '../functions/graphql/context.ts#Context',
  enumsAsTypes: true,
  useTypeImports: true,
  strictScalars: true,
  immutableTypes: true,
  skipTypename: true,
  maybeValue: 'T | null | undefined',
  inputMaybeValue: 'T | null | undefined',
  scalars: {
    ID: 'string',
    DateTime: { input: 'string', output: `${time}#Instant` },
    LocalDate: { input: 'string', output: `${time}#PlainDate` },
    UnitCode: 'string',
    IdempotencyKey: 'string',
    Vnd: 'number',
  },
};

const generated = await codegen({
  filename,
  schema: parse(sdl([...caseNouns, ...administrationNouns, ...statisticsNouns])),
  documents: [],
  config,
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
});

if (!process.argv.includes('--check')) {
  writeFileSync(filename, generated);
} else if (generated !== readFileSync(filename, 'utf8')) {
  console.error('schema/generated.ts is not what the SDL says: run node schema/codegen.ts');
  process.exitCode = 1;
}
