import { generateKeyPairSync, sign } from 'node:crypto';
import { type DigestRoom, digestHeads } from '#app/digest-heads.ts';
import { verifyCase } from '#app/verify.ts';
import { notary } from '#runtime/proof.ts';
import { checker } from '#sealing/signing.ts';
import { openAccessLog } from '#store/access-log.ts';
import { openDigests } from '#store/digests.ts';
import { openRecords } from '#store/records.ts';
import type { TestStage } from './stage.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
/** The public half of the key digests of tests are signed with. */
export const testKey = String(publicKey.export({ type: 'spki', format: 'pem' }));

/** Signs as a sandbox does. */
export const testSign = async (digest: string) => ({
  signature: sign(null, Buffer.from(digest, 'hex'), privateKey).toString('base64'),
  keyId: 'test',
});

/** Hashes and the key, for records that lie nowhere. */
export const testNotary = { notary, check: checker(testKey) };

/** What shows that the record of a stage holds. */
export function proofOf({ database }: Pick<TestStage, 'database'>) {
  return {
    records: openRecords(database),
    book: openDigests(database),
    ...testNotary,
    accessLog: openAccessLog(database),
    publicKey: async () => testKey,
  };
}

/** The nightly job of a stage, and the verification of a case. */
export function provable(stage: TestStage) {
  const proof = proofOf(stage);
  const { directories, world } = stage.around;
  const room: DigestRoom = {
    ...proof,
    worklists: stage.worklists,
    provinces: async () => (await directories.provinces()).map(({ code }) => code),
    sign: testSign,
    pace: async () => undefined,
    hasTime: () => true,
    world,
  };
  return {
    ...proof,
    room,
    night: (more: Partial<DigestRoom> = {}) => digestHeads({ ...room, ...more }),
    verify: (caseId: string) => verifyCase(caseId, proof),
  };
}
