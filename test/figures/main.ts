/* biome-ignore-all lint/suspicious/noConsole: a command that prints */
import { capacityFigures } from './capacity.ts';
import { incidentFigures } from './incidents.ts';
import { killFigures } from './kills.ts';
import { shapeFigures } from './shapes.ts';
import { raceFigures, sweepFigures } from './sweeps.ts';

const figures = {
  shapes: shapeFigures,
  capacity: capacityFigures,
  incidents: incidentFigures,
  sweep: sweepFigures,
  races: raceFigures,
  kills: killFigures,
} as const;

/** Prints the figures asked for by name, or all of them. */
const asked = process.argv.slice(2);
for (const [name, measure] of Object.entries(figures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  console.table(await measure());
}
