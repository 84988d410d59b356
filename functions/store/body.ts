import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** The version every item of ours carries; another one is never guessed at. */
export const itemVersion = 1;

// Words that most bodies repeat, known to both sides so that they cost a reference and not their letters.
// They are part of the stored form: bodies of version 1 cannot be read without these very bytes, so other
// words are another version beside this one.
const vocabularyOfVersion1 = Buffer.from(
  JSON.stringify([
    '"acknowledgedAt":null,"breachedAt":null,"nextAt":null,"named":null,"days":null,',
    '"type":"ReportReceived","about":"2026-01-","known":"2026-',
    'T00:00:00.000Z","known":"2026-',
    '"told":[{"id":"","role":"COMMUNE_WORKER","unit":""},{"role":"COMMUNE_CHAIR"},{"role":"COMMUNE_POLICE"},{"role":"PROVINCE_SUPERVISOR"}],',
    '"type":"NeedsAssessed","type":"InitialAssessed","seriousHarm":false,"type":"PlanSubmitted","items":[{"id":"","measure":"","startOn":"2026-","endOn":"2026-","costVnd":',
    '"type":"PlanApproved","type":"PlanReviewed","outcome":"CONTINUE","type":"CaseClosed","type":"EmergencyMeasureApplied","measures":["SAFE_SHELTER"]',
    '"papers":[{"kind":"IDENTITY","version":1},{"kind":"NARRATIVE","version":1}],"number":{"form":"F01","agency":"","year":2026,"number":',
    '"type":"ReminderRecorded","type":"BreachRecorded","basis":"LAW","type":"Escalated","rung":',
    '"type":"DeadlineClosed","how":"MET","how":"VOID","type":"DeadlineSet","about":"2026-',
    '"type":"DeadlineConfirmed",',
    '"deadline":{"rule":"D05","leg":"INCIDENT","cycle":1,"subject":"-","triggerSeq":1,"planRevision":0},"planning":0,"from":"2026-',
    '"status":"CONDITIONAL","calendar":1,"nextAt":"2026-',
    '{"incident":"","code":"LC-00000","synthetic":false,"seq":1,"revision":1,"step":"INITIAL_ASSESSMENT","openedBy":{"unit":"","agency":"","role":"COMMUNE_WORKER"},"receivedAt":"2026-',
    '"residenceUnit":null,"profile":{"categories":["SEXUAL_ABUSE"],"subjectGroup":"ABUSED","channel":"PHONE","sex":"FEMALE","ageGroup":"10-13"},"emergencySince":null,"seriousHarm":null,',
    '"incidentLeg":{"unit":"","province":"","procedure":"ND56/2017"},"residenceLeg":{"unit":"","province":"","procedure":"ND56/2017"},"offer":null,"declinedBy":[],"workers":{},"cycle":1,"meetingAt":null,"plan":null,"isolations":[],"review":null,"closedAt":null,"archivedAt":null,"papers":{"IDENTITY":1,"NARRATIVE":1},"deadlines":[{"rule":"D04","leg":"INCIDENT","cycle":1,"subject":"-","triggerSeq":1,"planRevision":0,"from":"2026-',
    '"dueAt":"2026-',
    '"status":"PLANNED","planning":0,"calendar":1,"since":"2026-',
    '"rung":0,"nextAt":"2026-',
    '"leg":"RESIDENCE","cycle":1,"subject":"-","triggerSeq":',
  ]),
);

/** A value as compact bytes, because capacity is counted in bytes. */
export function pack(value: object): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { dictionary: vocabularyOfVersion1, level: 9 });
}

/** The value of bytes that {@link pack} made. */
export function unpack<Value>(bytes: unknown): Value {
  if (!(bytes instanceof Uint8Array)) throw new Error('An item has no body');
  return JSON.parse(
    inflateRawSync(bytes, { dictionary: vocabularyOfVersion1 }).toString(),
  ) as Value;
}

/** Refuses an item written in a form this code does not know. */
export function checkVersion(item: Readonly<Record<string, unknown>>): void {
  if (item['v'] !== itemVersion) throw new Error('An item has an unknown version');
}
