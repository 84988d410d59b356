import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { explainNotice as explain, type NoticeExplained } from '#domain/notice-explanation.ts';
import { noticeAccount, type ToldSeat } from '#domain/notice-words.ts';
import { type Actor, sight } from '#domain/permission.ts';
import { refuse } from '#domain/refusal.ts';
import { view } from '#domain/view.ts';
import { isShutOut } from '#domain/wall.ts';
import type { QueryExplainNoticeArgs } from '#schema/generated.ts';
import { isCaseId } from './access-log.ts';
import type { AdministrationContext } from './context.ts';
import { shownRung } from './ladder.ts';
import { problemsOf } from './problems.ts';
import { userError } from './write.ts';

// A post may be named after its agency, so an id is longer than others and not of plain letters alone.
const question = z.strictObject({ id: z.string().min(1).max(1_000) });

/** Why a post was told something; that it was asked is on record before anything is looked up. */
export async function explainNotice(
  _parent: unknown,
  asked: QueryExplainNoticeArgs,
  context: AdministrationContext,
) {
  const { actor, administration, around, accessLog } = context;
  const admitted = question.safeParse(asked);
  if (!admitted.success) return { explanation: null, userErrors: problemsOf(admitted.error) };
  const { id } = admitted.data;
  const [first = ''] = id.split('#');
  const caseId = isCaseId(first) ? first : '-';
  await administration.asked({ act: 'explainNotice', about: [caseId] }, actor, around.world.now());
  const explanation = await explanationOf(id, caseId, context);
  if (explanation !== undefined) return { explanation, userErrors: [] };
  accessLog.refused('explainNotice', { caseId });
  return { explanation: null, userErrors: [userError(refuse('NOT_FOUND', ['id']))] };
}

/** Nothing where there is no such notice, or where it is none of theirs who ask. */
async function explanationOf(id: string, caseId: string, context: AdministrationContext) {
  const { actor, around, law, ladders } = context;
  const state = (await around.ledger.head(caseId))?.state;
  // A canary is in no answer, nor is a case that whoever asks is kept out of.
  if (state === undefined || state.canary || isShutOut(actor, state)) return undefined;
  const oversees = sight(actor, state).has('OVERSIGHT');
  if (!oversees && !isTold(id, actor)) return undefined;
  const [events, known, imported] = await Promise.all([
    around.ledger.events(caseId, 0),
    law(),
    ladders(),
  ]);
  const found = explain(id, events, { ...known, ladders: imported });
  if (found === undefined) return undefined;
  if (oversees) await noted(state, context);
  return shown(found, oversees);
}

/** Whether a notice is to a post of whoever asks: its id ends with that of the post. */
function isTold(id: string, { posts, scopes }: Actor): boolean {
  return scopes.includes('notices') && posts.some((post) => id.endsWith(`#${post.id}`));
}

/** Who is kept out is said to those who oversee, so that they opened it is on record. */
async function noted(state: Case, { actor, around, accessLog }: AdministrationContext) {
  const seen = view(actor, state, around.world.now());
  if (seen !== undefined) await accessLog.opened(seen, 'OVERSIGHT');
}

function shown(found: NoticeExplained, oversees: boolean) {
  const { post, climb } = found;
  const insteadOf = (post.insteadOf ?? []).map(
    (seat): ToldSeat =>
      seat.why === 'KEPT_OUT' && !oversees ? { ...seat, why: 'NOT_SAID' } : seat,
  );
  return {
    id: found.id,
    kind: found.kind,
    caseCode: found.caseCode,
    seq: found.seq,
    about: found.about,
    known: found.known,
    writtenAt: found.written,
    post: post.id,
    role: post.role,
    unitCode: post.unit,
    wanted: [...found.wanted],
    insteadOf: insteadOf.map(({ role, unit, why }) => ({ role, unitCode: unit, why })),
    delegated: post.delegated === true,
    climb: climb && shownClimb(climb),
    account: noticeAccount(found, insteadOf),
  };
}

function shownClimb({ limit, rung, ladder, ...climb }: NonNullable<NoticeExplained['climb']>) {
  // Nobody is told of a canary, whose rule and ladder are in no schema.
  if (limit.id === 'P00' || ladder === 'CANARY') return null;
  return {
    ...climb,
    rule: limit.id,
    title: limit.title,
    ladder,
    rung: shownRung(rung),
    counted: [...climb.counted],
    holds: [...climb.holds],
  };
}
