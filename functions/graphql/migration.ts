import { type MigrationWish, migratePage, plus, previewMigration } from '#app/migration.ts';
import type { MigrationProgress } from '#app/ports/migrations.ts';
import type { Json } from '#domain/canonical.ts';
import type { Procedure } from '#domain/procedure.ts';
import { refuse } from '#domain/refusal.ts';
import type {
  MigrateProcedurePayload,
  QueryPreviewProcedureMigrationArgs,
  RequireFields,
  UserError,
} from '#schema/generated.ts';
import { administer } from './administer.ts';
import { caseloadOf, listsFor, mayPreview } from './caseload.ts';
import type { AdministrationContext } from './context.ts';
import { connection, wishOf } from './cursor.ts';
import { fault } from './errors.ts';
import * as inputs from './inputs/migration.ts';
import { problem, problemsOf } from './problems.ts';
import { userError } from './write.ts';

const unknownVersion = 'No procedure has this id. Use one of `procedures`.';
const otherKind =
  'Name another version of its kind: a statute, or a local procedure over the same one.';

/** Cases of one call: each may be a commit, and a request has to end in time. */
const casesPerCall = 50;

type Asked = inputs.MigrationAsked & { readonly document: string };
type Read = { readonly wish: MigrationWish } | { readonly userErrors: readonly UserError[] };

/** What a migration would make of the open deadlines of a page of the cases of a unit. */
export async function previewProcedureMigration(
  _parent: unknown,
  { first, after, ...asked }: RequireFields<QueryPreviewProcedureMigrationArgs, 'first'>,
  context: AdministrationContext,
) {
  const { actor, around, units } = context;
  const unit = await units.load(asked.unit);
  if (unit === null || !mayPreview(actor, unit)) throw fault('NOT_ALLOWED');
  const of = [asked.unit, asked.from, asked.to].join(' ');
  const listing = { name: 'migrationPreview', of, actor, world: around.world };
  const page = wishOf({ first, after }, listing);
  const read = await previewed(asked, context);
  if (!('wish' in read)) return { ...connection(none, listing), ...read };
  const found = await previewMigration(
    { ...around, worklists: listsFor(context) },
    read.wish,
    page,
  );
  return { ...connection(found, listing), userErrors: [] };
}

async function previewed(asked: unknown, context: AdministrationContext): Promise<Read> {
  const admitted = inputs.previewProcedureMigration.safeParse(asked);
  if (!admitted.success) return { userErrors: problemsOf(admitted.error) };
  return readWish({ ...admitted.data, document: '' }, context);
}

const none = { rows: [], next: undefined };

/** Carries a migration out, as far as one call goes. */
export const migrateProcedure = administer(
  inputs.migrateProcedure,
  async ({ idempotencyKey, ...asked }, context): Promise<MigrateProcedurePayload> => {
    const { migrations, actor, around } = context;
    const read = await readWish(asked, context);
    if (!('wish' in read)) return read;
    const key = around.world.fingerprint(['key', idempotencyKey]);
    const fingerprint = around.world.fingerprint(asked as unknown as Json);
    const order = { ...asked, key, fingerprint };
    const before = await migrations.begin(order, actor, around.world.now());
    if (before.fingerprint !== fingerprint)
      return { userErrors: [userError(refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']))] };
    if (before.done) return told(before);
    return goOn(before, { key, wish: read.wish }, context);
  },
);

async function goOn(
  before: MigrationProgress,
  { key, wish }: { readonly key: string; readonly wish: MigrationWish },
  { around, worklists, migrations, actor }: AdministrationContext,
): Promise<MigrateProcedurePayload> {
  const page = { first: casesPerCall, after: before.next };
  const { next, ...counts } = await migratePage({ ...around, worklists }, wish, page);
  const pages = before.pages + 1;
  const after = {
    ...before,
    pages,
    next,
    done: next === undefined,
    counts: plus(before.counts, counts),
  };
  // Another caller under the same key has counted this page already.
  const isKept = await migrations.advance(key, actor, after);
  return isKept ? told(after) : { userErrors: [userError(refuse('BUSY'))] };
}

function told({ counts, done }: MigrationProgress): MigrateProcedurePayload {
  return { ...counts, done, userErrors: [] };
}

async function readWish(
  { unit: code, from, to, document }: Asked,
  context: AdministrationContext,
): Promise<Read> {
  const { procedures } = await context.law();
  const unit = await context.units.load(code);
  if (unit === null) return { userErrors: [userError(refuse('UNIT_UNKNOWN', ['unit']))] };
  const versions = [from, to].map((id) => procedures.find((each) => each.id === id));
  const [left, next] = versions;
  if (left === undefined) return { userErrors: [problem(['from'], unknownVersion)] };
  if (next === undefined) return { userErrors: [problem(['to'], unknownVersion)] };
  if (!isOfKind(left, next)) return { userErrors: [problem(['to'], otherKind)] };
  const units = await caseloadOf(unit, context);
  return { wish: { unit: code, from, to: next, document, units } };
}

function isOfKind(left: Procedure, next: Procedure): boolean {
  return left.id !== next.id && left.over === next.over;
}
