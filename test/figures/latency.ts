import { fromEpoch } from '#domain/time.ts';
import { inbox, officer, report, startSandbox } from '../support/http.ts';
import type { Shown } from './claims.ts';

const reports = 60;
const secondsApart = 37;
const home = '99001';
const begin = Date.parse('2026-01-05T08:00:00+07:00');

/** From the instant at which somebody became due to be told to the entry in their inbox, on the clock of a sandbox. */
export async function latencyFigures(): Promise<Shown> {
  const sandbox = await startSandbox({ clock: begin });
  try {
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', home);
    const to = (at: number) => sandbox.time.alone((goTo) => goTo(at));
    for (let at = 0; at < reports; at += 1) {
      await to(begin + (at + 1) * secondsApart * 1000);
      const receivedAt = fromEpoch(begin + at * secondsApart * 1000);
      await worker.does('receiveReport', report(home, receivedAt));
    }
    await to(begin + 13 * 3_600_000);
    const told = await inbox(worker, `COMMUNE_WORKER@${home}`);
    const onLadder = told.filter(({ kind }) => kind === 'REMINDER' || kind === 'BREACH');
    const lags = onLadder
      .map(({ about, writtenAt }) => (Date.parse(writtenAt) - Date.parse(about)) / 1000)
      .toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(lags[Math.floor(share * (lags.length - 1))] ?? 0);
    const row = { notices: lags.length, leastSeconds: at(0), medianSeconds: at(0.5) };
    return { rows: [{ ...row, p99Seconds: at(0.99), mostSeconds: at(1) }] };
  } finally {
    await sandbox.close();
  }
}
