import { type CommandType, incidentActs, sideActs } from '#domain/case/command.ts';
import type { Book } from './book.ts';
import type { Desk, Payload } from './desk.ts';
import {
  type Act,
  type Answer,
  type CaseFile,
  type CaseSeen,
  type Look,
  type Seat,
  supervisorOf,
  workerOf,
} from './story.ts';

/** What performing an act needs around it. */
export type PerformRoom = {
  readonly desk: Desk;
  readonly book: Book;
  readonly now: () => number;
  /** A key that no other request of this run has. */
  readonly freshKey: () => string;
};

const tries = 12;

/**
 * Asks for an act as a partner app does.
 *
 * Where another officer was first it reads the case again and repeats with a new key; where the case is busy
 * it repeats with the same one.
 */
export async function perform(act: Act, file: CaseFile, room: PerformRoom): Promise<Answer> {
  let key = room.freshKey();
  for (let tried = 1; tried <= tries; tried += 1) {
    const payload = await sent(act, requestOf(act, file, key), room);
    const code = payload.userErrors[0]?.code as Answer | undefined;
    if (code === undefined) return entered(act, file, payload, room);
    room.book.count(code);
    if (code !== 'CONFLICT' && code !== 'BUSY') return code;
    if (code === 'BUSY') continue;
    file.seen = await readAgain(file, room);
    key = room.freshKey();
  }
  return 'BUSY';
}

function requestOf(act: Act, { seen }: CaseFile, idempotencyKey: string): object {
  const isSide = sideActs.includes(act.name as CommandType);
  return {
    idempotencyKey,
    ...(seen && { caseId: seen.id, ...(!isSide && { expectedVersion: seen.version }) }),
    ...(act.happenedAt !== undefined && { happenedAt: new Date(act.happenedAt).toISOString() }),
    ...act.input,
  };
}

/** One request, or the same one twice at once: then one of the two answers must be that of a repeat. */
async function sent(act: Act, input: object, { desk, book }: PerformRoom): Promise<Payload> {
  const send = () => desk.act(act.by, act.name, input);
  if (!act.twice) return send();
  const both = await Promise.all([send(), send()]);
  book.count('sent twice');
  const done = both.filter(({ userErrors }) => userErrors.length === 0);
  const first = done.filter(({ replayed }) => !replayed);
  if (done.length > 0 && first.length !== 1)
    book.surprise(`${act.name}: not done once under one key`);
  return first[0] ?? both[0];
}

async function entered(
  act: Act,
  file: CaseFile,
  { case: seen, caseCode }: Payload,
  room: PerformRoom,
): Promise<Answer> {
  const { book, now } = room;
  const isNew = file.seen === undefined;
  const then = seen ?? (await readAgain(file, room, caseCode));
  if (file.seen === undefined || then.version >= file.seen.version) file.seen = then;
  if (isNew) {
    file.family = await room.desk.family(workerOf(file.residence), then.id);
    for (const { id } of file.family) book.entered(id, file.happening, now());
  }
  // What is said about an incident is written on the case of every child.
  const written = incidentActs.some((each) => each === act.name) ? file.family : [then];
  for (const { id } of written) book.acknowledged(id, act.name);
  return 'DONE';
}

/** The case as the worker who answers for it sees it; one known only by its code is looked for in the list. */
async function readAgain(
  file: CaseFile,
  { desk }: PerformRoom,
  code: string | null = null,
): Promise<CaseSeen> {
  const worker = workerOf(file.residence);
  const id = file.seen?.id ?? (await desk.find(worker, code ?? ''));
  const read = (by: Seat) => (id === undefined ? null : desk.read(by, id));
  // A report that has just been passed on is read where it went.
  const seen = (await read(worker)) ?? (await read(workerOf(file.happening.commune)));
  if (seen === null) throw new Error('A case of the simulation cannot be read');
  return seen;
}

type Inbox = {
  readonly inbox: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly caseCode: string;
      readonly writtenAt: string;
    }[];
  };
};

/** Whether the supervisor of a province was told that a duty of this case is still open after its end. */
export async function look(turn: Look, { seen }: CaseFile, { desk }: PerformRoom): Promise<Answer> {
  const post = `PROVINCE_SUPERVISOR@${turn.province}`;
  const document = `query ($post: ID!) { inbox(post: $post, first: 100) {
    nodes { kind caseCode writtenAt } } }`;
  const { inbox } = await desk.ask<Inbox>(supervisorOf(turn.province), document, { post });
  const isTold = inbox.nodes.some(
    ({ kind, caseCode, writtenAt }) =>
      kind === 'ESCALATION' && caseCode === seen?.code && Date.parse(writtenAt) >= turn.since,
  );
  return isTold ? 'DONE' : 'NOT_FOUND';
}
