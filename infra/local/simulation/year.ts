import type { Sandbox } from '../sandbox.ts';
import type { Book } from './book.ts';
import type { Happening } from './caseload.ts';
import type { Chance } from './chance.ts';
import type { Desk } from './desk.ts';
import { openDirector, type Scene } from './director.ts';
import { life } from './life.ts';
import { minute } from './local-time.ts';
import { openOffices } from './office.ts';
import { look, type PerformRoom, perform } from './perform.ts';
import type { Spending } from './spending.ts';
import { type Answer, openFile } from './story.ts';

/** What living through a stretch of time needs around it. */
export type YearRoom = {
  readonly sandbox: Sandbox;
  readonly desk: Desk;
  readonly book: Book;
  readonly spending: Spending;
  readonly chance: Chance;
  /** Told of each instant at which something was asked for. */
  readonly onInstant: (at: number) => void;
};

type Ended = Answer | undefined;

/** Lives through a caseload up to an instant: acts and ticks in the order in which they fall. */
export async function liveThrough(
  caseload: readonly Happening[],
  end: number,
  room: YearRoom,
): Promise<void> {
  const director = openDirector();
  const offices = openOffices(room.chance.of('offices'));
  const keys = room.chance.of('keys').whole(0, 1e9);
  let drawn = 0;
  const freshKey = () => {
    drawn += 1;
    return `simulated-${keys}-${String(drawn).padStart(8, '0')}`;
  };
  const performing = { desk: room.desk, book: room.book, now: room.sandbox.now, freshKey };
  for (const happening of caseload) {
    const file = openFile(happening, offices);
    director.begin(file, life(file));
  }
  for (;;) {
    const scenes = director.next(end);
    const [first] = scenes;
    if (first === undefined) break;
    const answers = await play(scenes, first.at, performing, room);
    for (const [index, { thread }] of scenes.entries()) {
      const answer = answers[index];
      if (answer !== undefined) director.goOn(thread, answer);
    }
    room.onInstant(first.at);
  }
  await goTo(end, room);
}

/** Everything of one instant: the clock first, or both at once where an act runs into a tick. */
async function play(
  scenes: readonly Scene[],
  at: number,
  performing: PerformRoom,
  room: YearRoom,
): Promise<readonly Ended[]> {
  const isRace = scenes.some(({ turn }) => turn.kind === 'ACT' && turn.racing);
  await goTo(isRace ? at - minute / 2 : at, room);
  const asked = () => Promise.all(scenes.map((scene) => played(scene, performing)));
  if (!isRace) return settled(await asked(), scenes, room);
  const [, answers] = await Promise.all([move(at, room), asked()]);
  return settled(answers, scenes, room);
}

async function goTo(at: number, room: YearRoom): Promise<void> {
  await move(at, room);
  room.spending.book('clock');
}

const move = (at: number, { sandbox }: YearRoom) => sandbox.time.alone((goTo) => goTo(at));

/** What follows from the acts flows to its end, so that it is booked with them. */
async function settled(
  answers: readonly Ended[],
  scenes: readonly Scene[],
  room: YearRoom,
): Promise<readonly Ended[]> {
  await move(room.sandbox.now(), room);
  const [only] = scenes;
  const isPlain = scenes.length === 1 && only?.turn.kind === 'ACT' && !only.turn.racing;
  const name = isPlain && only?.turn.kind === 'ACT' && !only.turn.twice ? only.turn.name : 'several';
  room.spending.book(name, scenes.length);
  return answers;
}

/** A chapter that meets a refusal nobody reckoned with is not gone on with. */
async function played({ turn, thread }: Scene, performing: PerformRoom): Promise<Ended> {
  if (turn.kind === 'LOOK') return look(turn, thread.file, performing);
  const answer = await perform(turn, thread.file, performing);
  if (answer === 'DONE' || turn.expects.includes(answer)) return answer;
  performing.book.surprise(`${turn.name} refused: ${answer}`);
  return undefined;
}
