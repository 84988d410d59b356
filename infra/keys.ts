import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Door } from './bundle.ts';

/** The keys of a stage; none of those in KMS ever leaves it. */
export type KeyRing = {
  /** Wraps the data key of every case. */
  readonly sealing: Key;
  /** Signs statistical releases. */
  readonly release: Key;
  /** Key what a door must know again, digests of requests and cursors; each door has its own. */
  readonly fingerprints: Readonly<Partial<Record<Door, Secret>>>;
};

const longestGrace = Duration.days(30);

/** A lost sealing key is the loss of every case, so no key goes with the stack. */
export function keyRing(stack: Stack, stage: string): KeyRing {
  const key = (id: string, name: string, props: KeyProps): Key =>
    new Key(stack, id, {
      alias: `alias/la-chan-${stage}-${name}`,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: longestGrace,
      ...props,
    });
  const signing = { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY };
  return {
    sealing: key('SealingKey', 'sealing', { enableKeyRotation: true }),
    release: key('ReleaseKey', 'release', signing),
    fingerprints: {
      api: secret(stack, 'ApiFingerprint'),
      administration: secret(stack, 'AdministrationFingerprint'),
      statistics: secret(stack, 'StatisticsFingerprint'),
    },
  };
}

/** 43 letters and digits hold 256 random bits. */
const secret = (stack: Stack, id: string): Secret =>
  new Secret(stack, id, {
    generateSecretString: { passwordLength: 43, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
