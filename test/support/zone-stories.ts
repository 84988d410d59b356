/* biome-ignore-all lint/suspicious/noConsole: a command that prints */
import fc from 'fast-check';
import { letterOf } from '#channels/words/letter.ts';
import { explain } from '#domain/case/planning.ts';
import { noticesOf } from '#domain/notice.ts';
import { plusHours } from '#domain/time.ts';
import { act, item, moment, officer, vn } from './builders.ts';
import { given, later, type Story, sweptAt } from './given.ts';
import { anyMove, anyStart, storyOf } from './random-story.ts';

/**
 * Prints how many minutes this host lies behind UTC in January, and then everything that stories come to: facts,
 * letters, and open deadlines with their explanations. All but the first line must be the same in every zone.
 */
console.log(new Date(Date.UTC(2026, 0)).getTimezoneOffset());
for (const story of [overTet(), ...strewn()]) for (const line of linesOf(story)) console.log(line);

/** A report in the night of Tết, swept each hour for a fortnight, and a plan right after it. */
function overTet(): Story {
  let story = given('2026-02-16 22:10');
  for (let hour = 1; hour <= 14 * 24; hour += 1) {
    story = sweptAt(story, plusHours(vn('2026-02-16 22:10'), hour));
    if (hour === 13) story = later(story, act('assessInitially', { seriousHarm: true }));
    if (hour === 60) story = later(story, act('assessNeeds'));
  }
  const items = [item('i1', '2026-03-31'), item('i2', '2026-12-31')];
  story = later(later(story, act('recordMeeting')), act('submitPlan', { items }));
  return sweptAt(story, vn('2026-05-04 00:00'));
}

/** Stories of every kind over two years, the same at every run. */
function strewn(): readonly Story[] {
  const anyStory = fc.tuple(anyStart, fc.array(anyMove, { minLength: 15, maxLength: 40 }));
  return fc.sample(anyStory, { seed: 2026, numRuns: 60 }).map(([at, moves]) => storyOf(at, moves));
}

function linesOf({ state, commits, setting }: Story): readonly string[] {
  const letters = commits.flatMap(({ facts }, seq) => {
    const event = { caseId: state.id, caseCode: state.code, seq, emergency: false, facts };
    return noticesOf(event).map((notice) => letterOf([notice], 'https://la-chan.test'));
  });
  const now = moment(state.receivedAt, officer('COMMUNE_WORKER', state.incidentLeg.unit), setting);
  const reasons = state.deadlines.map((open) => [open, explain(open, state, now)]);
  return [commits, letters, reasons].map((part) => JSON.stringify(part));
}
