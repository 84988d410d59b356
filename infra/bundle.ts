import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Metafile } from 'esbuild';

/** The Lambdas: each is one file of `functions` and one bundle. */
export const doors = [
  'api',
  'administration',
  'sweeper',
  'projector',
  'notifier',
  'jobs',
  'statistics',
  'feeds',
  'links',
] as const;
/** One of {@link doors}. */
export type Door = (typeof doors)[number];

/** The root of the repository, ending in a slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The file a door begins with. */
export const entryOf = (door: Door): string => `${root}functions/${door}.ts`;

const sdlFolder = 'schema';
const sdlReader = `${sdlFolder}/sdl.ts`;

const modules = `${root}node_modules/`;
const apollo = `${modules}@apollo/server/dist/esm`;

/** Plugins that Apollo loads only when they are not disabled, and every door disables them. */
const disabled = [
  'usageReporting',
  'schemaReporting',
  'inlineTrace',
  'cacheControl',
  'landingPage',
];

/** Where a package lies for another that depends on it. */
function nearest(name: string, dependent: string): string {
  const nested = `${modules}${dependent}/node_modules/${name}`;
  return existsSync(nested) ? nested : `${modules}${name}`;
}

const aliases = {
  // CommonJS packages ask for a second copy in their own format: the Lambda integration of
  // Apollo, Apollo's caches of lru-cache.
  '@apollo/server': apollo,
  'lru-cache': `${modules}lru-cache/dist/esm/node/index.min.js`,
  // The same release is installed once below each of its dependents.
  '@graphql-tools/utils': `${nearest('@graphql-tools/utils', '@graphql-tools/merge')}/esm/index.js`,
  // In an ESM bundle this one would not find Node's hash and take sha.js.
  '@apollo/utils.createhash': 'node:crypto',
  '@aws-sdk/credential-provider-node': `${root}infra/stub-credentials.ts`,
};

/**
 * One way to bundle, for the build and for the deployment.
 *
 * ESM, because the SDL is found by `import.meta.url`, which CommonJS does not have; that costs
 * 10–18 ms at a cold start.
 */
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  minify: true,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  mainFields: ['module', 'main'],
  alias: aliases,
  external: disabled.map((plugin) => `${apollo}/plugin/${plugin}/*`),
  // CommonJS packages inside an ESM bundle still ask for `require`.
  banner: {
    js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
  },
} as const satisfies BuildOptions;

// What a bundle is made of, as text.
const mostOutput = 64 * 1024 * 1024;

/** How one entry is bundled as `index.mjs` into a folder. */
export function optionsOf(entry: string, into: string) {
  return { ...options, entryPoints: { index: entry }, outdir: into } as const;
}

/** Bundles one entry as `index.mjs` into a folder, and puts the SDL beside it if it is read there. */
export function bundle({ entry, into }: { entry: string; into: string }): Metafile {
  const made = execFileSync(process.execPath, [`${root}infra/bundling.ts`, entry, into], {
    maxBuffer: mostOutput,
  });
  const metafile = JSON.parse(made.toString()) as Metafile;
  if (sdlReader in metafile.inputs) copySdl(into);
  return metafile;
}

function copySdl(into: string): void {
  const files = readdirSync(`${root}${sdlFolder}`).filter((file) => file.endsWith('.graphql'));
  for (const file of files) copyFileSync(`${root}${sdlFolder}/${file}`, `${into}/${file}`);
}
