import { killRepeatedly } from '../support/kills.ts';

/** Fifty kills of a sandbox that keeps its data, in the midst of work. */
export async function killFigures() {
  return [await killRepeatedly(50)];
}
