import { KMSClient } from '@aws-sdk/client-kms';
import type { Masters } from '#app/ports/keyring.ts';
import { kmsRewrapper } from '#sealing/kms-keys.ts';
import { localRewrapper } from '#sealing/local-keys.ts';
import { contextOf } from '#sealing/seal.ts';
import type { Environment } from './environment.ts';
import { mastersOf } from './sealing.ts';
import { random } from './world.ts';

/** The master keys of this stage, for wrapping data keys anew. */
export function openMasters(settings: Environment): Masters {
  const file = settings.SEALING_KEY_FILE;
  const { rewrap, ...masters } =
    file === undefined
      ? kmsRewrapper(new KMSClient(), mastersOf(settings))
      : localRewrapper({ file, random });
  return { ...masters, rewrap: (wrapped, subject) => rewrap(wrapped, contextOf(subject)) };
}
