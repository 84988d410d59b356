import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';

/** The keys of a stage; none of them ever leaves KMS. */
export type KeyRing = {
  /** Wraps the data key of every case. */
  readonly sealing: Key;
  /** Makes the secret that tells two inputs under one idempotency key apart. */
  readonly fingerprint: Key;
  /** Signs statistical releases. */
  readonly release: Key;
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
  const digesting = { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC };
  return {
    sealing: key('SealingKey', 'sealing', { enableKeyRotation: true }),
    fingerprint: key('FingerprintKey', 'fingerprint', digesting),
    release: key('ReleaseKey', 'release', signing),
  };
}
