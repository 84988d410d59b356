import { newAgenda } from './agenda.ts';
import { minute } from './local-time.ts';
import type { Act, Answer, CaseFile, Chapter, Look, Turn } from './story.ts';

/** A chapter under way. */
export type Thread = { readonly file: CaseFile; readonly chapter: Chapter };

/** Something to be asked of the system at an instant, for a chapter. */
export type Scene = { readonly at: number; readonly thread: Thread; readonly turn: Act | Look };

type Due = Scene | { readonly at: number; readonly thread: Thread };

/** Keeps every story of the year going. */
export type Director = {
  readonly begin: (file: CaseFile, chapter: Chapter) => void;
  readonly goOn: (thread: Thread, answer: Answer) => void;
  /** What is asked for at the next instant at which anything is; nothing when no instant is left. */
  readonly next: (end: number) => readonly Scene[];
};

/** Opens a director without any story. */
export function openDirector(): Director {
  const agenda = newAgenda<Due>();

  const begin = (file: CaseFile, chapter: Chapter) => goOn({ file, chapter }, 'DONE');
  const goOn = (thread: Thread, answer: Answer): void => {
    const { file, chapter } = thread;
    let turn = chapter.next(answer);
    for (; turn.done !== true && turn.value.kind === 'BESIDE'; turn = chapter.next('DONE'))
      begin(turn.value.file ?? file, turn.value.chapter);
    if (turn.done !== true && turn.value.kind !== 'BESIDE') agenda.put(dueOf(turn.value, thread));
  };
  const goOnWaiting = (due: readonly Due[]): void => {
    for (const { at, thread } of due) thread.file.now = at;
    for (const each of due) if (!isScene(each)) goOn(each.thread, 'DONE');
  };
  const next = (end: number): readonly Scene[] => {
    for (;;) {
      const due = agenda.take(end);
      goOnWaiting(due);
      const scenes = due.filter(isScene);
      if (scenes.length > 0 || due.length === 0) return scenes;
    }
  };
  return { begin, goOn, next };
}

const isScene = (due: Due): due is Scene => 'turn' in due;

function dueOf(turn: Exclude<Turn, { kind: 'BESIDE' }>, thread: Thread): Due {
  if (turn.kind === 'WAIT') return { at: wholeMinute(turn.until, thread.file), thread };
  return { at: wholeMinute(turn.at, thread.file), thread, turn };
}

/** People write minutes, and nobody acts in the past. */
function wholeMinute(at: number, { now }: CaseFile): number {
  return Math.ceil(Math.max(at, now) / minute) * minute;
}
