import type * as z from 'zod';
import { execute } from '#app/execute.ts';
import { canonical, type Json } from '#domain/canonical.ts';
import type { Command } from '#domain/case/command.ts';
import { isRefusal, type Refusal, refusals, refuse } from '#domain/refusal.ts';
import { view } from '#domain/view.ts';
import type { ResolversTypes, UserError } from '#schema/generated.ts';
import type { Context } from './context.ts';
import type { Admitted } from './inputs/ask.ts';
import { problemsOf } from './problems.ts';

type Answer = Awaited<ResolversTypes['CasePayload']>;

const paperBytes = 64 * 1024;
const commandBytes = 256 * 1024;
/** Nonce and tag, which sealing adds to each paper. */
const sealBytes = 28;

/** A resolver that carries out one act; `act` is never set and tells the compiler which. */
export type Write<Act extends Command> = {
  (parent: unknown, asked: { readonly input: unknown }, context: Context): Promise<Answer>;
  readonly act?: Act;
};

/** A mutation from what admits its input: parse, execute, answer. */
export function write<Act extends Command>(admission: z.ZodType<Admitted<Act>>): Write<Act> {
  return async (_parent, { input }, context) => {
    const admitted = admission.safeParse(input);
    if (!admitted.success) return refused(problemsOf(admitted.error));
    const command = await named(admitted.data.command, context);
    if (isTooLarge(command)) return refused([userError(refuse('TOO_LARGE'))]);
    const { actor, around } = context;
    const done = await execute({ ...admitted.data, command, actor }, around);
    if (isRefusal(done)) return refused([userError(noted(done, command, context))]);
    const { state, opened, replayed } = done;
    const seen = view(actor, state, around.world.now()) ?? null;
    const codes = { caseCode: state.code, openedCaseCodes: [...opened] };
    return { case: seen, ...codes, userErrors: [], replayed };
  };
}

/** The refusal, after what was none of the caller's is in the register. */
function noted(refusal: Refusal, { type, caseId }: Command, { accessLog }: Context): Refusal {
  const isDenial = refusal.refused === 'NOT_FOUND' || refusal.refused === 'NOT_ALLOWED';
  if (isDenial) accessLog.refused(type, { caseId });
  return refusal;
}

/** A first report gets the id of its case here; in an emergency the code of a case will do. */
async function named(command: Command, { around }: Context): Promise<Command> {
  const { ledger, world } = around;
  if (command.type === 'receiveReport') return { ...command, caseId: world.newId() };
  if (command.type !== 'breakGlass') return command;
  return { ...command, caseId: (await ledger.coded(command.caseId)) ?? command.caseId };
}

function isTooLarge(command: Command): boolean {
  const others = 'otherChildren' in command ? command.otherChildren : [];
  const filed = ['papers' in command ? command.papers : {}, ...others.map((child) => child.papers)];
  const papers = filed.flatMap((each) => Object.values(each));
  const sizes = papers.map((paper) => Buffer.byteLength(canonical(paper as Json)) + sealBytes);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total > commandBytes || sizes.some((size) => size > paperBytes);
}

function refused(userErrors: readonly UserError[]): Answer {
  return { case: null, caseCode: null, openedCaseCodes: [], userErrors, replayed: false };
}

/** A refusal as partners read it. */
export function userError({ refused: code, field, revision }: Refusal): UserError {
  return {
    code,
    field: field ?? null,
    message: refusals[code],
    currentVersion: revision ?? null,
  };
}
