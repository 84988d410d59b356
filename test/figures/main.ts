/* biome-ignore-all lint/suspicious/noConsole: a command that prints */
import { capacityFigures } from './capacity.ts';

import type { Shown } from './claims.ts';
import { crashFigures } from './crashes.ts';
import { deadlineFigures } from './deadlines.ts';
import { herdFigures } from './herd.ts';
import { incidentFigures } from './incidents.ts';

import { killFigures } from './kills.ts';
import { latencyFigures } from './latency.ts';
import { proofFigures } from './proof.ts';
import { shapeFigures } from './shapes.ts';
import { standstillFigures } from './standstill.ts';
import { stopFigures } from './stops.ts';
import { raceFigures, sweepFigures } from './sweeps.ts';

const figures: Readonly<Record<string, () => Promise<Shown>>> = {
  shapes: async () => ({ rows: await shapeFigures() }),
  capacity: async () => ({ rows: await capacityFigures() }),
  incidents: async () => ({ rows: await incidentFigures() }),
  deadlines: deadlineFigures,
  sweep: sweepFigures,
  herd: herdFigures,
  stop: stopFigures,
  races: raceFigures,
  kills: killFigures,
  crashes: crashFigures,
  latency: latencyFigures,
  standstill: standstillFigures,
  proof: proofFigures,
};

/** Prints the figures asked for by name, or all of them; fails when one is not as it must be. */
const asked = process.argv.slice(2);
for (const [name, measure] of Object.entries(figures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  const { rows, faults = [] } = await measure();
  console.table(rows);
  for (const fault of faults) console.error(`${name}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
