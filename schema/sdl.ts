import { readFileSync } from 'node:fs';

/** The nouns of the API that answers about cases. */
export const caseNouns = [
  'scalars',
  'access',
  'directory',
  'calendar',
  'migration',
  'case',
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
  'conflict',
  'break-glass',
  'notice',
  'feed',
  'outlook',
] as const;

/** The nouns of the API that answers with published statistics, and nothing else. */
export const statisticsNouns = ['scalars', 'statistics'] as const;

type Noun = (typeof caseNouns | typeof statisticsNouns)[number];

/** The text of some nouns; the files lie beside this one, in a bundle beside the bundle. */
export function sdl(nouns: readonly Noun[]): string {
  return [...new Set(nouns)].map(textOf).join('\n');
}

function textOf(noun: Noun): string {
  return readFileSync(new URL(`./${noun}.graphql`, import.meta.url), 'utf8');
}
