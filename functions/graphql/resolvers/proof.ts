import { noticeProof } from '#app/notice-proof.ts';
import { verifyCase } from '#app/verify.ts';
import type { Case } from '#domain/case/case.ts';
import { type Oversight, oversees } from '#domain/oversight.ts';
import { verificationFaults } from '#domain/verification-words.ts';
import { view } from '#domain/view.ts';
import { isShutOut } from '#domain/wall.ts';
import type { Resolvers } from '#schema/generated.ts';
import { isCaseId } from '../access-log.ts';
import { isAdministrator } from '../administer.ts';
import { type AdministrationContext, isId } from '../context.ts';
import { connection, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';

/**
 * Whether the caller oversees a case in this. An administrator who asks whether it holds need not even be able to
 * read it; who has read it, and who was told what, is closed to those of them whom a conflict of interest keeps out.
 */
async function mayLook(caseId: string, what: Oversight | 'TOLD', context: AdministrationContext) {
  if (!isId(caseId)) return false;
  const { actor, around } = context;
  if (isAdministrator(actor) && what === 'RECORD') return true;
  const isSeen = (state: Case) => view(actor, state) !== undefined;
  const state = (await around.ledger.head(caseId, isSeen))?.state;
  if (isAdministrator(actor)) return state === undefined || !isShutOut(actor, state);
  return state !== undefined && oversees(actor, what === 'TOLD' ? 'RECORD' : what, state);
}

/** Leaves an entry in the log of administrators, before anything is shown. */
function writtenDown(
  act: 'verifyCase' | 'proveNotices' | 'readAccessLog',
  caseId: string,
  context: AdministrationContext,
) {
  const { administration, actor, around } = context;
  const about = isCaseId(caseId) ? [caseId] : [];
  return administration.asked({ act, about }, actor, around.world.now());
}

function refused(act: string, caseId: string, { accessLog }: AdministrationContext): null {
  accessLog.refused(act, { caseId });
  return null;
}

function administrator({ actor }: AdministrationContext): void {
  if (!isAdministrator(actor)) throw fault('NOT_ALLOWED');
}

/** Whether what was written still stands, and who has read it. */
export const proof = {
  Query: {
    verifyCase: async (_parent, { caseId }, context) => {
      if (!(await mayLook(caseId, 'RECORD', context)))
        return refused('verifyCase', caseId, context);
      const verdict = await verifyCase(caseId, context.proof);
      if (verdict === undefined) return null;
      await writtenDown('verifyCase', caseId, context);
      return verdict;
    },
    noticeProof: async (_parent, { caseId }, context) => {
      if (!(await mayLook(caseId, 'TOLD', context))) return refused('noticeProof', caseId, context);
      const { ledger, world } = context.around;
      const found = await noticeProof(caseId, { ...context.told, ledger, world });
      if (found === undefined) return null;
      await writtenDown('proveNotices', caseId, context);
      return found;
    },
    accessLog: async (_parent, { caseId, ...page }, context) => {
      if (!(await mayLook(caseId, 'ACCESS', context))) return refused('accessLog', caseId, context);
      const { actor, around, proof: room } = context;
      const { world } = around;
      const listing = { name: 'accessLog', of: caseId, actor, world };
      const rows = await room.accessLog.list(caseId, wishOf(page, listing));
      await writtenDown('readAccessLog', caseId, context);
      return connection(rows, listing);
    },
    headDigests: async (_parent, page, context) => {
      administrator(context);
      const { actor, around, proof: room } = context;
      const listing = { name: 'headDigests', of: '', actor, world: around.world };
      return connection(await room.book.list(wishOf(page, listing)), listing);
    },
    signingKey: (_parent, _arguments, context) => {
      administrator(context);
      return context.proof.publicKey();
    },
  },
  CaseVerification: {
    ok: ({ fault: found }) => found === undefined,
    at: ({ fault: found }) => found?.at ?? null,
    reason: ({ fault: found }) => found?.reason ?? null,
    where: ({ fault: found }) => found?.where ?? null,
    explanation: ({ fault: found }) => (found ? verificationFaults[found.reason] : null),
  },
  NoticeProof: {
    ok: ({ faults }) => faults === 0,
    notices: ({ notices }) => [...notices],
    duties: ({ duties }) => [...duties],
    unheard: ({ unheard }) => unheard.map(({ seq }) => seq),
  },
  ProvenNotice: {
    event: ({ seq }) => seq,
    kind: ({ notice }) => notice?.kind ?? null,
    post: ({ notice }) => notice?.post.id ?? null,
    about: ({ notice }) => notice?.about ?? null,
    duty: ({ notice }) => notice?.duty ?? null,
    ways: ({ ways }) => [...ways],
  },
  Access: {
    posts: ({ posts }) => [...posts],
    classes: ({ classes }) => [...classes],
  },
  HeadDigest: {
    number: ({ seq }) => seq,
    writtenAt: ({ written }) => written,
    caseCount: ({ cases }) => cases.length,
    complete: ({ after }) => after === null,
    previousHash: ({ previous }) => previous,
    text: (
      { previous, hash: _, signature: __, keyId: ___, ...body },
      _arguments,
      { proof: room },
    ) => room.notary.textOf(previous, body),
  },
} satisfies Resolvers<AdministrationContext>;
