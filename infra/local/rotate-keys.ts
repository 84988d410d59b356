import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Rotation } from '#app/rotate-keys.ts';
import { random } from '#runtime/world.ts';
import { addMaster, dropFormerMasters, mastersHeld } from '#sealing/local-keys.ts';
import { handler as jobs } from '../../functions/jobs.ts';
import { startDynamoDB } from './dynamodb.ts';
import { keyFileIn } from './sandbox.ts';

const usage = `npm run rotate-keys -- --data DIR

  Gives the sandbox of a directory, while it is stopped, another master key: adds it, wraps every data key
  anew under it, and takes the former one away. No paper is touched. Cut short, it is gone on with by
  running it again. In the cloud: the job "rotateKeys" (docs/decisions/0040).

  --data DIR       the directory of the sandbox`;

/** Changes the master key of the sandbox kept in a directory. */
export async function rotateKeysIn(dir: string): Promise<Rotation> {
  const file = keyFileIn(dir);
  if (!existsSync(file)) throw new Error('No sandbox is kept there: it has no key file');
  // The sandbox goes on from its own clock, so nothing may be written later than that stands.
  const clock = { now: 0 };
  const engine = await startDynamoDB({ dir, now: () => clock.now });
  try {
    clock.now = engine.feed.read(0, Number.POSITIVE_INFINITY).at(-1)?.at ?? 0;
    Object.assign(process.env, {
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      DYNAMODB_ENDPOINT: engine.endpoint,
      SEALING_KEY_FILE: file,
    });
    // Two are there where an earlier run was cut short: it is gone on with.
    if (mastersHeld(file) === 1) addMaster({ file, random });
    const rotation = (await jobs({ job: 'rotateKeys' })) as Rotation;
    if (rotation.done) dropFormerMasters(file);
    return rotation;
  } finally {
    await engine.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (values.data === undefined) {
    console.error(usage);
    process.exit(1);
  }
  const { walks, incidents, keys, bytes, failed, done } = await rotateKeysIn(join(values.data));
  console.log(`${incidents} incidents, ${keys} keys, ${bytes} bytes of keys, in ${walks} walks`);
  if (done) return console.log('Every key is under the new master; the former one is gone.');
  console.error(`Not done: ${failed} incidents failed. The former master stays. Run it again.`);
  process.exit(1);
}

if (import.meta.main) await main();
