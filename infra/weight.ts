import type { Metafile } from 'esbuild';
import type { Door } from './bundle.ts';

/** What a bundle is made of. */
export const parts = ['app', 'apollo', 'graphql', 'aws', 'zod', 'temporal', 'other'] as const;
/** One of {@link parts}. */
export type Part = (typeof parts)[number];

/** The most bytes a door's bundle may have. */
export const budgets: Readonly<Partial<Record<Door, number>>> = {
  api: 900_000,
  administration: 900_000,
  feeds: 900_000,
  links: 900_000,
};

/** Doors that speak GraphQL; in no other bundle is there anything of it. */
const graphqlDoors: readonly Door[] = ['api', 'administration', 'statistics'];

const partPatterns: readonly (readonly [Part, RegExp])[] = [
  ['apollo', /^(@apollo|@as-integrations|@graphql-tools)\//],
  ['graphql', /^(graphql|dataloader)$/],
  ['aws', /^(@aws-sdk|@smithy|@aws-crypto|@aws)\//],
  ['zod', /^zod$/],
  ['temporal', /^temporal-/],
];

/** The bytes every input leaves in a bundle. */
export type Inputs = Readonly<Record<string, number>>;

/** Inputs of the only bundle a metafile speaks of, without those that left nothing. */
export function inputsOf({ outputs }: Pick<Metafile, 'outputs'>): Inputs {
  const [bundle] = Object.values(outputs);
  const bytes = Object.entries(bundle?.inputs ?? {});
  return Object.fromEntries(
    bytes.map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const).filter(([, n]) => n),
  );
}

/** All bytes of the only bundle a metafile speaks of. */
export const sizeOf = ({ outputs }: Pick<Metafile, 'outputs'>): number =>
  Object.values(outputs)[0]?.bytes ?? 0;

/** Bytes by part. */
export function weigh(inputs: Inputs): Readonly<Record<Part, number>> {
  const sums = { app: 0, apollo: 0, graphql: 0, aws: 0, zod: 0, temporal: 0, other: 0 };
  for (const [path, bytes] of Object.entries(inputs)) sums[partOf(path)] += bytes;
  return sums;
}

function partOf(path: string): Part {
  const name = packageOf(path)?.name;
  if (name === undefined) return 'app';
  return partPatterns.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** What is wrong with a door's bundle, in sentences. */
export function faultsOf(door: Door, metafile: Pick<Metafile, 'outputs'>): readonly string[] {
  const inputs = inputsOf(metafile);
  return [...doubled(inputs), ...foreign(door, inputs), ...heavy(door, sizeOf(metafile))].map(
    (fault) => `${door}: ${fault}`,
  );
}

type Package = { readonly name: string; readonly folder: string; readonly file: string };

function packageOf(path: string): Package | undefined {
  const match = /^(?<above>.*\/?node_modules\/)(?<name>(?:@[^/]+\/)?[^/]+)\/(?<file>.+)$/.exec(
    path,
  );
  const { above, name, file } = match?.groups ?? {};
  if (above === undefined || name === undefined || file === undefined) return undefined;
  return { name, folder: above + name, file };
}

const packagesOf = (inputs: Inputs): readonly Package[] =>
  Object.keys(inputs).flatMap((path) => packageOf(path) ?? []);

/** A package is there twice if it lies in two folders, or one module of it in two formats. */
function doubled(inputs: Inputs): readonly string[] {
  const packages = packagesOf(inputs);
  const nested = repeated(
    [...new Set(packages.map(({ name, folder }) => `${folder} ${name}`))],
    (line) => line.split(' ')[1] ?? line,
  );
  const formats = repeated(packages, ({ name, file }) => `${name}/${withoutFormat(file)}`);
  const names = new Set([...nested, ...formats.map((module) => nameOf(module))]);
  return [...names].sort().map((name) => `${name} is bundled twice`);
}

const nameOf = (module: string): string => packageOf(`node_modules/${module}`)?.name ?? module;

const withoutFormat = (file: string): string =>
  file
    .replace(/(^|\/)(dist[-/])?(esm|cjs|es|es6|commonjs|module|lib-esm)(?=\/)/g, '$1*')
    .replace(/\.[cm]?js$/, '');

function repeated<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): string[] {
  const groups = Map.groupBy(things, keyOf);
  return [...groups].flatMap(([key, members]) => (members.length > 1 ? [key] : []));
}

function foreign(door: Door, inputs: Inputs): readonly string[] {
  const { apollo, graphql } = weigh(inputs);
  if (graphqlDoors.includes(door) || apollo + graphql === 0) return [];
  return [`${apollo + graphql} bytes of GraphQL in a worker`];
}

function heavy(door: Door, bytes: number): readonly string[] {
  const budget = budgets[door];
  if (budget === undefined || bytes <= budget) return [];
  return [`${bytes} bytes, ${bytes - budget} above the budget`];
}
