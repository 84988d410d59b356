import type { Sandbox } from '../sandbox.ts';
import type { Book } from './book.ts';
import type { Happening } from './caseload.ts';
import type { Chance } from './chance.ts';
import type { Desk } from './desk.ts';
import { openDirector, type Scene, type Thread } from './director.ts';
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

/** A scene that has been played; without an answer its chapter is not gone on with. */
type Ended = { readonly thread: Thread; readonly answer: Answer | undefined };

/** Lives through a caseload up to an instant: acts and ticks in the order in which they fall. */
export async function liveThrough(
  caseload: readonly Happening[],
  end: number,
  room: YearRoom,
): Promise<void> {
  const director = openDirector();
  const offices = openOffices(room.chance.of('offices'));
  const { desk, book, sandbox } = room;
  const performing = { desk, book, now: sandbox.now, freshKey: keysOf(room.chance) };
  for (const happening of caseload) {
    const file = openFile(happening, offices);
    director.begin(file, life(file));
  }
  let scenes = director.next(end);
  for (; scenes[0] !== undefined; scenes = director.next(end)) {
    const { at } = scenes[0];
    for (const { thread, answer } of await play(scenes, at, performing, room))
      if (answer !== undefined) director.goOn(thread, answer);
    room.onInstant(at);
  }
  await goTo(end, room);
}

/** Keys that no other request of the run has. */
function keysOf(chance: Chance): () => string {
  const run = chance.of('keys').whole(0, 1e9);
  let drawn = 0;
  return () => {
    drawn += 1;
    return `simulated-${run}-${String(drawn).padStart(8, '0')}`;
  };
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
  await room.sandbox.time.settle();
  const [only] = scenes;
  const isPlain = scenes.length === 1 && only?.turn.kind === 'ACT' && !only.turn.racing;
  const name =
    isPlain && only?.turn.kind === 'ACT' && !only.turn.twice ? only.turn.name : 'several';
  room.spending.book(name, scenes.length);
  return answers;
}

/** A chapter that meets a refusal nobody reckoned with is not gone on with. */
async function played({ turn, thread }: Scene, performing: PerformRoom): Promise<Ended> {
  const { file } = thread;
  if (turn.kind === 'LOOK') return { thread, answer: await look(turn, file, performing) };
  const answer = await perform(turn, file, performing);
  if (answer === 'DONE' || turn.expects.includes(answer)) return { thread, answer };
  performing.book.surprise(`${turn.name} refused: ${answer}`);
  return { thread, answer: undefined };
}
