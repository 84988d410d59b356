import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import type { Metafile } from 'esbuild';
import { bundle, type Door, doors, entryOf, root } from './bundle.ts';
import { laChan } from './stack.ts';
import { faultsOf, inputsOf, type Part, sizeOf, weigh } from './weight.ts';

type Built = { readonly door: Door; readonly metafile: Metafile };

const faults = build();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Bundles every door, says what it weighs, and makes the template; answers what is wrong. */
function build(): readonly string[] {
  const missing = doors.filter((door) => !existsSync(entryOf(door)));
  if (missing.length > 0) return missing.map((door) => `functions/${door}.ts is not there`);
  rmSync(`${root}build`, { recursive: true, force: true });
  const built = doors.map(buildDoor);
  console.table(Object.fromEntries(built.map(({ door, metafile }) => [door, row(metafile)])));
  const found = built.flatMap(({ door, metafile }) => faultsOf(door, metafile));
  if (found.length === 0) synthesise();
  return found;
}

function buildDoor(door: Door): Built {
  const into = `${root}build/${door}`;
  mkdirSync(into, { recursive: true });
  const metafile = bundle({ entry: entryOf(door), into });
  writeFileSync(`${into}.meta.json`, JSON.stringify(metafile));
  return { door, metafile };
}

function row(metafile: Metafile): Readonly<Record<Part | 'total', number>> {
  return { ...weigh(inputsOf(metafile)), total: sizeOf(metafile) };
}

/** The same template that a deployment makes, with all assets; no account and no network. */
function synthesise(): void {
  const { context, output } = JSON.parse(readFileSync(`${root}cdk.json`, 'utf8'));
  const outdir = root + output;
  rmSync(outdir, { recursive: true, force: true });
  const { stacks } = laChanIn(new App({ context, outdir }));
  for (const { templateFullPath } of stacks) console.log(templateFullPath.replace(root, ''));
}

function laChanIn(app: App) {
  laChan(app);
  return app.synth();
}
