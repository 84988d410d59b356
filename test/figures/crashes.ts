import { type Aftermath, livedThrough, type StoryName, stories } from '../support/crash-points.ts';
import { faultKinds } from '../support/faults.ts';
import { notNought, type Shown } from './claims.ts';

/**
 * Every call of the store, the queue and the mail on the way from an act to a letter, gone wrong in each of five
 * ways, and what is left of it.
 */
export async function crashFigures(): Promise<Shown> {
  const rows = [];
  for (const story of stories) rows.push(await figuresOf(story));
  return { rows, faults: notNought(rows, ['untold', 'doubledInInbox', 'wrong', 'casesTooMany']) };
}

async function figuresOf(story: StoryName) {
  const { calls } = await livedThrough(story);
  const points = calls.flatMap((_, at) => faultKinds.map((kind) => ({ at, kind })));
  const left: Aftermath[] = [];
  for (const point of points) left.push(await livedThrough(story, point));
  const sum = (of: (each: Aftermath) => number) => left.reduce((all, each) => all + of(each), 0);
  return {
    story,
    calls: calls.length,
    crashPoints: points.length,
    notices: sum(({ notices }) => notices),
    untold: sum(({ untold }) => untold),
    doubledInInbox: sum(({ doubled }) => doubled),
    wrong: sum(({ faults }) => faults),
    casesTooMany: sum(({ cases }) => cases - 2),
    lettersRepeated: sum(({ repeated }) => repeated),
  };
}
