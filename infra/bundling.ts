import { build, type Plugin } from 'esbuild';
import { optionsOf, root } from './bundle.ts';

// Plugins work in the asynchronous half of esbuild alone, and CDK bundles synchronously: so a bundle is made by a
// process of its own, which writes what the bundle is made of.
const onlyWhatIsCalled: Plugin = {
  name: 'only what is called',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^graphql$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `${root}infra/stub-graphql.ts` } : undefined,
    ),
};

const [entry = '', into = ''] = process.argv.slice(2);
const { metafile } = await build({ ...optionsOf(entry, into), plugins: [onlyWhatIsCalled] });
process.stdout.write(JSON.stringify(metafile));
