import { posix } from 'node:path';
import { codeOf, importsOf, layerOf, packageOf, type SourceFile, targetOf } from './source.ts';

/** A rule of form: what it says against a set of files, one sentence each. */
export type Rule = (files: readonly SourceFile[]) => readonly string[];

type Layer = {
  /** Layers, or single files, it may import beside itself. */
  readonly below: readonly string[];
  /** Packages it may import. */
  readonly packages: RegExp;
  /** Layers of which it may import types only. */
  readonly typesOf?: readonly string[];
};

const ports = 'functions/app/ports/';
const inner = ['domain', 'app', 'store', 'channels', 'sealing'];
const everything = [...inner, 'graphql', 'runtime', 'schema'];

/** Who may know whom. What is not written here is not allowed. */
const layers: Readonly<Record<string, Layer>> = {
  domain: { below: [], packages: /^$/ },
  app: { below: ['domain'], packages: /^$/ },
  store: {
    below: ['domain', ports],
    packages: /^(@aws-sdk\/(client|lib)-dynamodb|zod|node:(util|zlib))$/,
  },
  channels: {
    below: ['domain', ports],
    packages:
      /^(@aws-sdk\/client-(sqs|sesv2|sns)|ical-generator|intl-messageformat|zod|node:(crypto|https?|net))$/,
  },
  sealing: { below: ['domain', ports], packages: /^(@aws-sdk\/client-kms|node:(crypto|fs))$/ },
  graphql: {
    below: ['domain', 'app', 'schema'],
    packages: /^(graphql|@apollo\/.+|@as-integrations\/aws-lambda|aws-lambda|dataloader|zod)$/,
  },
  runtime: { below: inner, packages: /^(?!graphql$|@apollo\/|@as-integrations\/)/ },
  doors: { below: everything, packages: /^(?!node:fs)/ },
  schema: {
    below: [],
    typesOf: ['domain', 'graphql', 'app'],
    packages: /^(graphql|@graphql-codegen\/.+|node:.+)$/,
  },
  // The tables it builds and the law it prints.
  infra: { below: ['functions/store/table.ts', 'domain'], packages: /./ },
  // What a person reads on a terminal is said in the words of the papers.
  'infra/local': { below: [...everything, 'doors', 'infra', 'docs/words.ts'], packages: /./ },
};

/** Layers import only what lies below them. */
export const directions: Rule = (files) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(({ from, onlyTypes }) => !mayImport(file.path, from, onlyTypes))
      .map(({ from }) => `${file.path} may not import ${from}`),
  );

function mayImport(path: string, from: string, onlyTypes: boolean): boolean {
  const own = layerOf(path);
  const layer = layers[own];
  const target = targetOf(path, from);
  if (layer === undefined) return true;
  if (target === undefined) return layer.packages.test(packageOf(from));
  const known = onlyTypes ? [...layer.below, ...(layer.typesOf ?? [])] : layer.below;
  if (layerOf(target) === own) return own !== 'doors';
  return known.some((name) => name === layerOf(target) || isAt(target, name));
}

function isAt(target: string, name: string): boolean {
  return name.endsWith('/') ? target.startsWith(name) : target === name;
}

/** A `#` in an import is a border crossing, and nothing else crosses a border. */
export const crossings: Rule = (files) =>
  files.filter(isWritten).flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => !isMarked(file.path, from))
      .map(({ from }) => `${file.path} spells the border wrong: ${from}`),
  );

const isWritten = ({ path }: SourceFile): boolean => !/generated\.ts$/.test(path);

function isMarked(path: string, from: string): boolean {
  const target = targetOf(path, from);
  if (target === undefined) return true;
  const crosses = layerOf(target) !== layerOf(path);
  // Doors, the ground they are built on and the papers have no name behind a `#`.
  const nameless = ['doors', 'infra', 'infra/local', 'docs'].includes(layerOf(target));
  return from.startsWith('#') === (crosses && !nameless);
}

/** What only `runtime` may ask the world for. */
const worldly =
  /\b(Date\.now|new Date\(|Temporal\.Now|Math\.random|randomUUID|randomBytes|getRandomValues|process\.|performance\.now|setTimeout|setInterval)/g;

/** Time, chance and environment are inputs everywhere but in `runtime`. */
export const worldIsAnInput: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('functions/') && layerOf(path) !== 'runtime')
    .flatMap((file) =>
      [...codeOf(file).matchAll(worldly)].map(([what]) => `${file.path} asks the world: ${what}`),
    );

const emptyWords =
  /^(utils?|helpers?|common|shared|misc|base|manager|service|impl|data|info|index)$/;

/** A name says what is inside. */
export const names: Rule = (files) =>
  files
    .filter(({ path }) => path.split(/[/.-]/).some((word) => emptyWords.test(word)))
    .map(({ path }) => `${path} has a name that says nothing`);

const mostLines = 250;
// Transcribed law and days, and what a machine wrote.
const unmeasured = /\/procedures\/|\/calendars\/|generated\.ts$/;

/** A file can be read in one sitting; `longer` names those that may be longer, and how long. */
export const sizes =
  (longer: Readonly<Record<string, number>>): Rule =>
  (files) =>
    files
      .filter(({ path }) => !unmeasured.test(path))
      .filter(({ path, text }) => linesIn(text) > (longer[path] ?? mostLines))
      .map(({ path, text }) => `${path} has ${linesIn(text)} lines`);

const linesIn = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const shortcuts: Readonly<Record<string, RegExp>> = {
  'a default export': /\bexport default\b|\bas default\b/,
  any: /(?:[:<|&,(=[]|\bas)\s*any\b(?!\s*[:(])/,
  'a non-null assertion': /[\w)\]]!(?![=\w])/,
  'an enum': /^\s*(export )?(const )?enum\s/m,
};

/** Nothing is said to the compiler that is not known, and everything exported has its own name. */
export const noShortcuts: Rule = (files) =>
  files
    .filter(({ path }) => !/generated\.ts$|\.config\.ts$|\.d\.ts$/.test(path))
    .flatMap((file) =>
      Object.entries(shortcuts)
        .filter(([, pattern]) => pattern.test(codeOf(file)))
        .map(([what]) => `${file.path} has ${what}`),
    );

const exported = /^export (?:async )?(?:function|const|type|interface|class) (?<name>\w+)/;

/** Every export of the domain states what is true of it. */
export const statements: Rule = (files) =>
  files.filter(({ path }) => layerOf(path) === 'domain').flatMap(unstated);

function unstated({ path, text }: SourceFile): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, number) => {
    const name = exported.exec(line)?.groups?.['name'];
    const stated = lines[number - 1]?.trimEnd().endsWith('*/') ?? false;
    return name === undefined || stated ? [] : [`${path} exports ${name} without a statement`];
  });
}

/** No file needs itself. */
export const noCircles: Rule = (files) => {
  const graph = new Map(files.map((file) => [file.path, needed(file)]));
  return [...graph.keys()]
    .filter((path) => reachableFrom(path, graph).has(path))
    .map((path) => `${path} is part of a circle of imports`);
};

/** Types are gone when the code runs, so what is imported for them alone is not needed. */
function needed(file: SourceFile): readonly string[] {
  return importsOf(file)
    .filter(({ onlyTypes }) => !onlyTypes)
    .flatMap(({ from }) => targetOf(file.path, from) ?? [])
    .map((target) => posix.normalize(target));
}

function reachableFrom(path: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(graph.get(path) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return reached;
}
