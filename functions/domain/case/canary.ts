import type { UnitCode } from '../directory.ts';
import type { Instant } from '../time.ts';
import type { Case } from './case.ts';
import type { Fact, FactOf } from './event.ts';
import type { ToldPost } from './terms.ts';

/** The id of the canary of a province: the same for whoever makes it, so that it is made once. */
export function canaryId(province: UnitCode): string {
  return `canary-${province}`;
}

/** The report a canary begins with: of no child, taken down by nobody. Throws for any other fact. */
export function canaryReport(fact: Fact, id: string): FactOf<'ReportReceived'> {
  if (fact.type !== 'CanarySetOff') throw new Error(`A case cannot begin with ${fact.type}`);
  const { about, known, province } = fact;
  return {
    type: 'ReportReceived',
    about,
    known,
    province,
    unit: province,
    incident: id,
    code: `CANARY-${province}`,
    openedBy: { unit: province, agency: 'canary', role: 'ADMINISTRATOR' },
    procedure: 'CANARY',
    overlay: null,
    residenceUnit: null,
    profile: {
      categories: [],
      subjectGroup: 'ABUSED',
      sex: 'UNKNOWN',
      ageGroup: 'UNKNOWN',
      channel: 'APP',
    },
    sixteenFrom: null,
    synthetic: true,
  };
}

const posts = 'CANARY@';

/** The post a canary is told to: in no directory, held by nobody, with an inbox that nobody reads. */
export function canaryPost({ incidentLeg: { province } }: Case): ToldPost {
  return { id: `${posts}${province}`, role: 'ADMINISTRATOR', unit: province };
}

/** Whether a post is that of a canary; those of people begin with their role. */
export function isCanaryPost({ id }: Pick<ToldPost, 'id'>): boolean {
  return id.startsWith(posts);
}

/** The stations a canary passes, in the order of its way. */
export const stations = ['swept', 'projected', 'delivered'] as const;
/** One of {@link stations}. */
export type Station = (typeof stations)[number];

/** When a canary passed each station; nothing where it has not. */
export type Passage = Readonly<Record<Station, Instant | null>>;

/**
 * Hours after its due instant within which a canary has to arrive.
 *
 * @policy 0028
 */
export const patienceHours = 1 / 12;

/** The first station a canary had not passed by an instant; nothing when it had passed them all. */
export function lostAt(passage: Passage, latest: Instant): Station | undefined {
  return stations.find((station) => {
    const at = passage[station];
    return at === null || at > latest;
  });
}

/** The code of the alarm for a canary that was lost before a station. */
export function lossCode(station: Station): string {
  return `canary_not_${station}`;
}

/** The last line of each run, with the count of canaries set off; without them nothing tries the way. */
export const heartbeat = 'canaries_set_off';
