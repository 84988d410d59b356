import { expect, it } from 'vitest';
import { officer, report, startSandbox } from '../support/http.ts';

const commune = '99001';
const received = '2026-01-05T07:10:00+07:00';

/** What a fresh sandbox lists after one report, and the code of that case. */
async function afterOneReport(near: boolean) {
  const sandbox = await startSandbox({ near });
  try {
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
    const { id } = await worker.does('receiveReport', report(commune, received));
    const query = `{ cases(unit: "${commune}", first: 10) { nodes { case { id } } } }`;
    return { id, listed: await worker.ask(query) };
  } finally {
    await sandbox.close();
  }
}

it('knows nothing of the sandbox that was open before it in the same process', async () => {
  for (const near of [true, false, true]) {
    const { id, listed } = await afterOneReport(near);
    expect(listed).toEqual({ cases: { nodes: [{ case: { id } }] } });
  }
});
