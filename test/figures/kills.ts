import { killRepeatedly } from '../support/kills.ts';
import { notNought, type Shown } from './claims.ts';

/** Fifty kills of a sandbox that keeps its data, in the midst of work. */
export async function killFigures(): Promise<Shown> {
  const rows = [await killRepeatedly(50)];
  const wrong = ['lostWrites', 'brokenChains', 'missingNotices', 'doubledNotices'];
  return { rows, faults: notNought(rows, wrong) };
}
