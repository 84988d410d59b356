import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Door } from './bundle.ts';

/** The keys of a stage; none of those in KMS ever leaves it. */
export type KeyRing = {
  /** Wraps the data key of every case. */
  readonly sealing: Key;
  /** Wrapped them before; still opens what the change of the master has not reached. */
  readonly formerSealing: readonly Key[];
  /** Signs statistical releases. */
  readonly release: Key;
  /** Key what a door must know again, digests of requests and cursors; each door has its own. */
  readonly fingerprints: Readonly<Partial<Record<Door, Secret>>>;
  /** Sign the links of letters, by number, the newest first. */
  readonly links: readonly (readonly [number, Secret])[];
  /** All secrets of webhooks follow from it; whoever shows them and whoever signs have the same. */
  readonly webhooks: Secret;
};

const longestGrace = Duration.days(30);

/** What is changed from time to time, by number: the first has none in its name. */
export type Generations = { readonly newest: number; readonly former: readonly number[] };
type Changed = { readonly sealing: Generations; readonly links: Generations };

/** A lost sealing key is the loss of every case, so no key goes with the stack. */
export function keyRing(stack: Stack, stage: string, { sealing, links }: Changed): KeyRing {
  const key = (id: string, name: string, props: KeyProps): Key =>
    new Key(stack, id, {
      alias: `alias/la-chan-${stage}-${name}`,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: longestGrace,
      ...props,
    });
  const signing = { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY };
  const master = (number: number): Key => {
    const [id, name] = number === 1 ? ['', ''] : [`${number}`, `-${number}`];
    return key(`SealingKey${id}`, `sealing${name}`, { enableKeyRotation: true });
  };
  return {
    sealing: master(sealing.newest),
    formerSealing: sealing.former.map(master),
    release: key('ReleaseKey', 'release', signing),
    fingerprints: {
      api: secret(stack, 'ApiFingerprint'),
      administration: secret(stack, 'AdministrationFingerprint'),
      statistics: secret(stack, 'StatisticsFingerprint'),
      links: secret(stack, 'LinksFingerprint'),
    },
    links: [links.newest, ...links.former].map((number) => {
      const id = number === 1 ? '' : `${number}`;
      return [number, secret(stack, `LinkSecret${id}`)] as const;
    }),
    webhooks: secret(stack, 'WebhookSecret'),
  };
}

/** 43 letters and digits hold 256 random bits. */
const secret = (stack: Stack, id: string): Secret =>
  new Secret(stack, id, {
    generateSecretString: { passwordLength: 43, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
