import { posix } from 'node:path';

/** A file of the repository; the path is relative to its root. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One import or re-export, as written. */
export type Import = { readonly from: string; readonly onlyTypes: boolean };

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//.source;
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/.source;
const template = /`(?:\\.|[^`\\])*`/.source;
const literals = new RegExp(`${comment}|${quoted}|${template}`, 'g');

const newlinesOf = (text: string): string => text.replace(/[^\n]/g, '');

/** The expressions inside a template are code; what stands around them is not. */
const expressionsOf = (text: string): string =>
  [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inner]) => ` ${inner} `).join(';');

const blanked = (literal: string): string => {
  if (literal.startsWith('`')) return `${expressionsOf(literal)}${newlinesOf(literal)}`;
  return literal.startsWith('/') ? newlinesOf(literal) : "''";
};

/** The text without comments and without the content of its strings; lines stay where they are. */
export const codeOf = ({ text }: SourceFile): string => text.replace(literals, blanked);

const importStatement =
  /^(?<keyword>import|export)\s+(?<what>[^'"`;]*?\s*from\s*)?'(?<from>[^']+)'/gm;
const importCall = /\bimport\(\s*'(?<from>[^']+)'\s*\)/g;

const takesOnlyTypes = (what: string): boolean => {
  if (/^type\b/.test(what)) return true;
  const names = /^\{(?<names>[^}]*)\}/.exec(what.trim())?.groups?.['names'];
  if (names === undefined) return false;
  return names.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name));
};

/** Everything a file imports, re-exports or loads later. */
export const importsOf = ({ text }: SourceFile): readonly Import[] => {
  const plain = text.replace(new RegExp(`(${quoted}|${template})|${comment}`, 'g'), '$1');
  const statements = [...plain.matchAll(importStatement)].map(({ groups }) => ({
    from: groups?.['from'] ?? '',
    onlyTypes: takesOnlyTypes(groups?.['what'] ?? ''),
  }));
  const calls = [...plain.matchAll(importCall)].map(({ groups }) => ({
    from: groups?.['from'] ?? '',
    onlyTypes: false,
  }));
  return [...statements, ...calls];
};

/** The file an import leads to, relative to the root; nothing for packages. */
export const targetOf = (path: string, from: string): string | undefined => {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
  if (from.startsWith('#schema/')) return from.slice(1);
  return from.startsWith('#') ? `functions/${from.slice(1)}` : undefined;
};

/** The package an import names, without a path inside it. */
export const packageOf = (from: string): string =>
  from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);

/** The layer of a file: a folder of `functions`, its doors, or a folder beside it. */
export const layerOf = (path: string): string => {
  const [top = '', second = '', ...rest] = path.split('/');
  if (top === 'functions') return rest.length === 0 ? 'doors' : second;
  return path.startsWith('infra/local/') ? 'infra/local' : top;
};
