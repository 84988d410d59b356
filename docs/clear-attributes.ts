import { code, listed, section, table } from './markdown.ts';

/** Attributes that lie unsealed for one reason. */
export type ClearGroup = {
  readonly what: string;
  readonly ground: string;
  /** Last members of their paths; a name that could be a person's stands with its item and whole path. */
  readonly attributes: readonly string[];
};

/** Everything that lies in the tables without a seal, and why it may. */
export const clearGroups: readonly ClearGroup[] = [
  {
    what: 'Keys of items and indexes, numbers of commits and versions, and opaque ids',
    ground: 'nothing personal: an item has to be found and put in order',
    attributes: words(`pk sk v seq n id revision version planSeq planCycle duePk dueSk listPk listSk
      overPk overSk inboxPk inboxSk attemptPk attemptSk parentPk parentSk deadPk deadSk expiresOn case cases caseId
      incident incidentId request fingerprint act attempts lease written opened`),
  },
  {
    what: 'Hashes, signatures, and which papers there are; the ciphertext, and wrapped keys',
    ground: 'Decree 130/2021: a record that may be evidence has to show that it was not changed',
    attributes: [
      ...words('hash hashes before previous digest keyId signature nonce'),
      ...words(
        'IDENTITY NARRATIVE INFORMANT PERPETRATOR FORM02 FORM03 FORM04 FORM05 FORM06 FORM07',
      ),
      ...words('MINUTES MEASURE NOTE CARE FOLLOW_UP DISCLOSURE papers'),
      'cases paper: body',
      'cases incident: keys.*',
    ],
  },
  {
    what: 'Units, agencies, roles, posts and officers who act, answer or are told',
    ground: 'ND56/2017 Art. 25–32: whoever answers has to be found and told in time',
    attributes: [
      ...words('unit province to incidentUnit incidentProvince incidentCommune residenceUnit'),
      ...words('residenceProvince residenceUnknown declinedBy agency role post posts officer app'),
      ...words('directory holder INCIDENT RESIDENCE kind handover'),
      'directory officer: email',
      'directory officer: phone',
      'directory address: email',
      'directory app: app.purpose',
      'audit read: purpose',
      'notices notice: delivery',
    ],
  },
  {
    what: 'Where a case stands: steps, duties, their ends and ladders, and every instant',
    ground: 'ND56/2017 Art. 25–32 and Decree 130/2021: a duty not done in time has to be seen',
    attributes:
      words(`step stepSince type at about known from until since dueAt nextAt rule leg cycle
      subject trigger triggerSeq planning planRevision rung status breachedAt acknowledgedAt count named
      procedure overlay calendar local basis how why extra resumed endedAt period receivedAt
      recordedAt informedAt emergency emergencySince meetingAt closedAt archivedAt erasedAt unfounded
      investigatedSince planRefusedAt overdue openBreaches deadline order days inCourt month report
      review synthetic`),
  },
  {
    what: 'What is counted: kinds of abuse, group, sex, age group, channel',
    ground: 'ND56/2017 Art. 24.3; Circular 13/2021/TT-BLĐTBXH',
    attributes: words('categories category subjectGroup sex ageGroup channel'),
  },
  {
    what: 'First day of the month in which the child turns 16',
    ground: 'Law on Children 2016 Art. 1; ND56/2017 Art. 43: duties that end with that age',
    attributes: words('sixteenFrom'),
  },
  {
    what: 'What was found and done, as a code or yes and no, never in words',
    ground: 'ND56/2017 Art. 26–32, 43: the next duty follows from it',
    attributes:
      words(`seriousHarm atRisk stable planNeeded raisedInError ground measures outcome followUp
      care form recipients reason by`),
  },
  {
    what: 'That something was told outside: kind of recipient, basis, secrecy, purpose and parts, never to whom',
    ground:
      'ND56/2017 Art. 24.3; Law 91/2025/QH15 Art. 24: level, scope and consent have to be shown',
    attributes: words('recipient legalBasis secrecy purpose parts consentWithdrawnAt'),
  },
  {
    what: 'That the record was asked for: who asks for the child by kind, what links them to who is alleged, the answer',
    ground:
      'Law 91/2025/QH15 Art. 24: that a request was answered, and why it was not granted, has to be shown',
    attributes: [
      ...words('asker verifiedBy conflict answeredAt refusedOn subjectRequest'),
      'cases head: body.subjectRequests[].note',
      'cases event: body.facts[].request.note',
    ],
  },
  {
    what: 'Items of the plan: code of the measure, dates and estimated cost',
    ground: 'ND56/2017 Art. 28.3: each service has its own time limit',
    attributes: words('item measure startOn endOn costVnd started completed'),
  },
  {
    what: 'Case codes, running numbers of forms, and numbers of documents',
    ground: 'ND56/2017 Art. 25–32, 30.3: the dossier is kept by them',
    attributes: words(
      'code caseCode number year document nationalRecord F01 F02 F03 F04 F05 F06 F07',
    ),
  },
  {
    what: 'Who opened which parts of a case, who signed what, and which keys were destroyed',
    ground: 'Law 91/2025/QH15: whoever processes has to be able to show it',
    attributes: [...words('classes signatures'), 'audit watch: body.opened.*'],
  },
  {
    what: 'Steps and timeliness of a case as they are counted, without any name',
    ground: 'ND56/2017 Art. 24.3; Circular 13/2021/TT-BLĐTBXH',
    attributes:
      words(`ReportReceived InitialAssessed EmergencyMeasureApplied IsolationOrdered NeedsAssessed
      PlanSubmitted PlanApproved PlanReviewed CaseClosed CaseArchived D02 D03 D04 D05 D06 D07 D08 D09 D10
      D11 D12 D13 D14 D15 D16 D17 D26 P01 P02 P03 P05`),
  },
  {
    what: 'Where partners get notices, and how that stands',
    ground:
      'nothing personal: servers of partners, and no secret, for all follow from one that is kept elsewhere',
    attributes: words('url kinds formerUntil enabledAt stopped'),
  },
  {
    what: 'Released tables',
    ground: 'Law on Children 2016 Art. 90: protected numbers, for publication',
    attributes:
      words(`createdAt definitionId disclosureMethod methodVersion includesSynthetic columns
      value suppressed`),
  },
  {
    what: 'What became of each attempt to deliver a notice: a code, the version of the words, the id of the carrier',
    ground: 'ND56/2017 Art. 25–32: whoever answers has to be told in time, and it has to be shown',
    attributes: [
      ...words('attemptsBefore retryAt'),
      'notices notice: ledger[].words',
      'notices notice: ledger[].message',
    ],
  },
  {
    what: 'The directory of units, apps and their rights',
    ground: 'nothing personal: units are public, secrets are kept as digests',
    attributes: [
      ...words('parent level fictional disabled suspended scopes credential sha256 addedAt usedOn'),
      'directory unit: unit.name',
      'directory unit: unit.fullName',
    ],
  },
];

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

const preface = `# Clear attributes

<!-- Printed from the code by \`npm run docs\`. Do not edit by hand: change the code and print again. -->

Everything about a child that has words in it is sealed ([0013](decisions/0013-sealing-from-the-first-commit.md)).
This is what is not, and on what ground. A test lives through a case in which every text names a person, and
through two months of a small country, hears every item that is written to any table, and fails if one of
those texts lies in it, or an attribute that is not listed here.`;

/** The whole page, as it stands in `docs/clear-attributes.md`. */
export function clearPage(): string {
  const rows = clearGroups.map(({ what, ground, attributes }) => [
    what,
    ground,
    listed(attributes.map(code)),
  ]);
  const page = section('What lies open', table(['What', 'Ground', 'Attributes'], rows));
  return `${preface}\n\n${page}\n`;
}
