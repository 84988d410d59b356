import type { KeptLadders, LadderImport } from '#app/ports/ladders.ts';
import type { Json } from '#domain/canonical.ts';
import type { LadderPolicy } from '#domain/ladder.ts';
import { type LadderProblem, ladderProblems, readLadders } from '#domain/ladder-import.ts';
import { defaultLadders, laddersInForce, shippedLadders } from '#domain/ladders/registry.ts';
import { refuse } from '#domain/refusal.ts';
import { localDate } from '#domain/time.ts';
import type {
  ImportLadderPayload,
  MutationImportLadderArgs,
  QueryLaddersArgs,
  ResolversTypes,
  LadderProblem as ToldProblem,
  UserError,
} from '#schema/generated.ts';
import { administer } from './administer.ts';
import { mayPreview } from './caseload.ts';
import type { AdministrationContext } from './context.ts';
import { fault } from './errors.ts';
import * as inputs from './inputs/ladder.ts';
import { mostProblems, problem } from './problems.ts';
import { userError } from './write.ts';

type Payload = Omit<ImportLadderPayload, 'policy'> & { readonly policy: LadderPolicy | null };

/** Puts ladders in the place of the default ones in a province, or only checks them. */
export async function importLadder(
  parent: unknown,
  asked: MutationImportLadderArgs,
  context: AdministrationContext,
): Promise<Payload> {
  const answer: Partial<Payload> = await administered(parent, asked, context);
  return { policy: null, replayed: false, problems: [], userErrors: [], ...answer };
}

const administered = administer(
  inputs.importLadder,
  async (wish, context): Promise<Partial<Payload>> => {
    const kept = await context.ladderBook.of(wish.province);
    const request = requestOf(wish, context);
    const earlier = request && earlierOf(request, kept, context);
    if (earlier) return again(earlier, request);
    const unit = await context.units.load(wish.province);
    if (unit?.level !== 'PROVINCE') return refused(userError(refuse('UNIT_UNKNOWN', ['province'])));
    const revision = kept.at(-1)?.policy.revision ?? 0;
    if (wish.expectedRevision !== revision) return refused(conflict(revision));
    const today = localDate(context.around.world.now());
    const draft = { ...wish, revision: revision + 1 };
    const read = readLadders(draft, { over: defaultLadders, today });
    if ('problems' in read) return faulty(read.problems);
    return keep({ policy: read.policy, request }, wish.dryRun, context);
  },
);

type Request = NonNullable<LadderImport['request']>;

function requestOf(wish: inputs.LadderWish, { around }: AdministrationContext): Request | null {
  const { idempotencyKey, dryRun, ...content } = wish;
  if (idempotencyKey === null || dryRun) return null;
  const { fingerprint } = around.world;
  return {
    key: fingerprint(['ladder key', idempotencyKey]),
    fingerprint: fingerprint(content as unknown as Json),
  };
}

/** The import that the same officer made through the same app under the same key. */
function earlierOf(
  { key }: Request,
  kept: readonly KeptLadders[],
  { actor: { id, app } }: AdministrationContext,
): KeptLadders | undefined {
  return kept.find(({ by, request }) => request?.key === key && by.id === id && by.app === app);
}

function again({ policy, request: made }: KeptLadders, request: Request): Partial<Payload> {
  if (made?.fingerprint !== request.fingerprint)
    return refused(userError(refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey'])));
  return { policy, replayed: true };
}

async function keep(
  wish: LadderImport,
  dryRun: boolean,
  { ladderBook, actor, around }: AdministrationContext,
): Promise<Partial<Payload>> {
  const { policy } = wish;
  if (dryRun) return { policy };
  const isAdded = await ladderBook.add(wish, actor, around.world.now());
  // Another import came in between.
  return isAdded ? { policy } : refused(conflict(policy.revision));
}

function refused(error: UserError): Partial<Payload> {
  return { userErrors: [error] };
}

function conflict(currentVersion: number): UserError {
  const message = 'The ladders have changed. Read them again and repeat with their last revision.';
  return { code: 'CONFLICT', field: ['expectedRevision'], message, currentVersion };
}

const misfit = 'The ladders cannot be taken as they are. See `problems`.';

function faulty(problems: readonly LadderProblem[]): Partial<Payload> {
  const told = problems.slice(0, mostProblems).map(
    ({ code, field }): ToldProblem => ({
      code,
      field: [...field],
      message: ladderProblems[code],
    }),
  );
  return { problems: told, userErrors: [problem([], misfit)] };
}

/** The ladders of a province, every revision. */
export async function ladders(
  _parent: unknown,
  { province }: QueryLaddersArgs,
  { actor, units, ladderBook, around }: AdministrationContext,
) {
  const unit = await units.load(province);
  if (unit?.level !== 'PROVINCE' || !mayPreview(actor, unit)) throw fault('NOT_ALLOWED');
  const own = (await ladderBook.of(province)).map(({ policy }) => policy);
  const today = localDate(around.world.now());
  return {
    inForce: laddersInForce(own, [province], today).id,
    revisions: [...shippedLadders, ...own],
  };
}

/** A rung as it is shown. */
export function shownRung({
  id,
  kind,
  at,
  tell,
}: LadderPolicy['ladders']['ROUTINE']['rungs'][number]) {
  const nowhere = { share: null, before: null, after: null };
  return { id, kind, tell: [...tell], ...nowhere, ...at };
}

/** The ladders of people, each with its name; that of canaries is none of theirs. */
export function shownLadders({ ladders: all }: LadderPolicy): ResolversTypes['Ladder'][] {
  return (['EMERGENCY', 'ROUTINE', 'PROVINCE', 'MINISTRY'] as const).map((name) => {
    const { rungs, hold } = all[name];
    return { name, rungs: rungs.map(shownRung), named: hold.NAMED, anonymous: hold.ANONYMOUS };
  });
}
