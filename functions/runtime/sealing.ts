import { KMSClient } from '@aws-sdk/client-kms';
import type { SealedPaper } from '#app/ports/ledger.ts';
import type { Sealing } from '#app/ports/world.ts';
import type { Json } from '#domain/canonical.ts';
import { type KmsMasters, kmsKeys } from '#sealing/kms-keys.ts';
import { localKeys } from '#sealing/local-keys.ts';
import { sealer } from '#sealing/seal.ts';
import { realClock } from './clock.ts';
import { type Environment, needed } from './environment.ts';
import { random } from './world.ts';

/** Sealing under KMS, or under a key file where the settings name one. */
export function openSealing(settings: Environment): Sealing {
  const file = settings.SEALING_KEY_FILE;
  const keys =
    file === undefined
      ? kmsKeys(new KMSClient(), mastersOf(settings))
      : localKeys({ file, random });
  const { newKey, seal, open } = sealer({ keys, random, now: realClock });
  return {
    newKey: async (subject) => (await newKey(subject)).wrapped,
    seal: async ({ kind, version, ...order }): Promise<SealedPaper> => {
      const sealed = await seal({ ...order, item: kind, version });
      return { kind, version, ...sealed };
    },
    open: async ({ subject, wrapped, paper }) => {
      const { kind, version, ...sealed } = paper;
      return (await open({ subject, wrapped, item: kind, version, sealed })) as Json;
    },
  };
}

/** The master keys of this stage in KMS. */
export function mastersOf(settings: Environment): KmsMasters {
  const former = settings.FORMER_SEALING_KEY_IDS.split(',').filter((id) => id !== '');
  return { newest: needed(settings, 'SEALING_KEY_ID'), former };
}
