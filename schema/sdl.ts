import { readFileSync } from 'node:fs';

/** The nouns of the API that answers about cases. */
export const caseNouns = [
  'scalars',
  'access',
  'refusal',
  'directory',
  'calendar',
  'movement',
  'interval',
  'procedure',
  'permission',
  'telling',
  'case',
  'ability',
  'deadline',
  'calculation',
  'record',
  'intake',
  'incident',
  'verification',
  'assessment',
  'protection',
  'handover',
  'plan',
  'review',
  'care',
  'correction',
  'relief',
  'disclosure',
  'subject-request',
  'conflict',
  'break-glass',
  'notice',
  'feed',
  'outlook',
  'as-of',
] as const;

/** The nouns of the API of administrators and of those who oversee. */
export const administrationNouns = [
  'scalars',
  'access',
  'refusal',
  'directory',
  'calendar',
  'movement',
  'interval',
  'permission',
  'telling',
  'administration',
  'personnel',
  'explanation',
  'calendar-import',
  'ladder',
  'notice-explanation',
  'migration',
  'proof',
  'notice-proof',
  'erasure',
  'anomaly',
  'webhook',
  'delivery',
] as const;

/** The nouns of the API that answers with published statistics, and nothing else. */
export const statisticsNouns = ['scalars', 'statistics'] as const;

/** The nouns of one door. */
export type Nouns = typeof caseNouns | typeof administrationNouns | typeof statisticsNouns;

type Noun = Nouns[number];

/** The text of some nouns; the files lie beside this one, in a bundle beside the bundle. */
export function sdl(nouns: readonly Noun[]): string {
  return [...new Set(nouns)].map(textOf).join('\n');
}

function textOf(noun: Noun): string {
  return readFileSync(new URL(`./${noun}.graphql`, import.meta.url), 'utf8');
}
