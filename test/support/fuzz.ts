import { getNamedType, isInputObjectType } from 'graphql';
import { baitIn, forms, wordOf } from './bait.ts';
import {
  allPositions,
  bare,
  literal,
  nameOf,
  type Position,
  placed,
  sample,
  type Value,
} from './positions.ts';

type Samples = Readonly<Record<string, Value>>;

/** One baited request. */
export type Shot = {
  readonly door: string;
  readonly position: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, Value>>;
};

type Bait = { readonly text: string; readonly word: string };
type Kind = (position: Position, bait: Bait, samples: Samples) => Omit<Shot, 'door' | 'position'>;

const selections: Readonly<Record<string, string>> = {
  Mutation: '{ userErrors { code field message } }',
  Query: '{ __typename }',
};

/** The document of a position, with what stands for its argument. */
function documentOf({ kind, field, argument, within }: Position, said: string, head = ''): string {
  const others = field.args
    .filter(
      (each) =>
        each.name !== argument &&
        String(each.type).endsWith('!') &&
        each.defaultValue === undefined,
    )
    .map((each) => `${each.name}: ${literal(sample(each.type, {}), each.type)}`);
  const named = getNamedType(field.type);
  const isLeaf = !('getFields' in named);
  const selection = isLeaf ? '' : selections[kind === 'mutation' ? 'Mutation' : 'Query'];
  const inner = `${field.name}(${[...others, `${argument}: ${said}`].join(', ')}) ${selection}`;
  return `${kind} ${head} ${within === undefined ? `{ ${inner} }` : within(inner)}`.replace(
    'CASE',
    'some-case',
  );
}

function byVariable(bait: (bait: Bait, old: Value) => Value): Kind {
  return (position, given, samples) => {
    const argument = position.field.args.find(({ name }) => name === position.argument);
    if (argument === undefined) throw new Error('There is no such argument');
    const whole = sample(argument.type, samples);
    const old = position.path.reduce<Value>(
      (value, step) => (value as never)?.[step] ?? null,
      whole,
    );
    const value = placed(whole, position.path, bait(given, old));
    // A member that stands for the whole argument may be of any type: then the gateway of GraphQL judges it.
    const document = documentOf(position, '$v', `($v: ${argument.type})`);
    return { document, variables: { v: value } };
  };
}

function byLiteral(bait: (bait: Bait) => Value | { readonly bare: string }): Kind {
  return (position, given, samples) => {
    const argument = position.field.args.find(({ name }) => name === position.argument);
    if (argument === undefined) throw new Error('There is no such argument');
    const said = bait(given);
    const isBare = typeof said === 'object' && said !== null && 'bare' in said;
    const mark = '@@';
    const whole = placed(
      sample(argument.type, samples),
      position.path,
      isBare ? mark : (said as Value),
    );
    const text = literal(whole, argument.type);
    const document = isBare ? text.replace(`"${mark}"`, String(said.bare)) : text;
    return { document: documentOf(position, document), variables: {} };
  };
}

/** The ways in which a bait is put into a position. */
export const kinds: Readonly<Record<string, Kind>> = {
  'a text': byVariable(({ text }) => text),
  'a text in the document': byLiteral(({ text }) => text),
  'an object under its name': byVariable(({ text }) => ({ [text]: [text] })),
  'an object in the document': byLiteral(({ word }) => ({ [word]: [word] })),
  'a list': byVariable(({ text }) => [text]),
  'a list of lists': byVariable(({ text }) => [[text], [[text]]]),
  'a member nobody knows': byVariable(({ text }, old) =>
    typeof old === 'object' && old !== null && !Array.isArray(old)
      ? { ...old, [text]: text }
      : { [text]: 1 },
  ),
  'far too much': byVariable(({ text }) => text.repeat(600)),
  'forbidden characters': byVariable(({ text }) => `${text}\u0000\u202e${text}`),
  'half a character': byVariable(({ text }) => `${text}\ud800`),
  'a name of GraphQL': byLiteral(({ word }) => ({ bare: word })),
  'a variable nobody defined': byLiteral(({ word }) => ({ bare: `$${word}` })),
  'words of the store': byVariable(
    ({ text }) => `#a :v attribute_exists(pk) SET x=:y %23 | / ${text}`,
  ),
  'the prototype of everything': byVariable(({ text }) =>
    JSON.parse(`{ "__proto__": { "x": "${text}" }, "constructor": { "prototype": "${text}" } }`),
  ),
} as const;

const own = Object.keys(kinds);

/** Every position, each baited in `most` ways: all of them, or some that go round from one position to the next. */
export function shots(samples: Samples, most = own.length): readonly Shot[] {
  return allPositions().flatMap((position, at) =>
    Array.from({ length: most }, (_, n) => {
      const number = at * own.length + n;
      const kind = kinds[own[(at * most + n) % own.length] ?? ''];
      const form = forms[(at + n) % forms.length];
      if (kind === undefined || form === undefined) throw new Error('No such way');
      const bait = { text: form(number), word: wordOf(number) };
      const { door } = position;
      return { door, position: nameOf(position), ...kind(position, bait, samples) };
    }),
  );
}

/**
 * Baits where no type of the schema is: names, comments, directives, and what stands beside the document.
 *
 * An alias is not among them: GraphQL answers under the names the caller chose, to that caller alone.
 */
export function loose(n: number): readonly object[] {
  const word = wordOf(n);
  const text = forms[0](n);
  const query = '{ serverTime }';
  return [
    { query: `{ ${word} }` },
    { query: `query ${word} { serverTime }`, operationName: text },
    { query: `query ${word} { serverTime }`, operationName: `${text}\n{"event":"x"}` },
    { query: `query { serverTime @${word} }` },
    { query: `query ($${word}: String) { serverTime }`, variables: { [word]: text } },
    { query: `query ($${word}: ${word}) { serverTime }` },
    { query: `query ($a: Int! = "${text}") { serverTime }` },
    { query: `{ ...${word} }` },
    { query: `{ ...on ${word} { a } }` },
    { query: `fragment ${word} on Query { serverTime } { ...${word} }` },
    { query: `# ${text}\n{ serverTime }` },
    { query: `{ serverTime(${word}: "${text}") }` },
    { query: `{ serverTime } ${text}` },
    { query: `{ serverTime(a: """${text}` },
    { query, variables: { [text]: text } },
    { query, variables: text },
    { query, extensions: { [text]: text, persistedQuery: { version: 1, sha256Hash: text } } },
    { query, [text]: text },
    { query: text },
    { query: [text] },
    { [text]: text },
    [{ query }, text],
  ];
}

/** Whether a position takes a text as it is, and so may be kept as it is: then somebody has to say why. */
export function isWords({ type }: Position): boolean {
  return !isInputObjectType(bare(type)) && ['String', 'ID'].includes(String(bare(type)));
}

/** The bait in an answer, its headers included. */
export async function baitInAnswer(response: Response): Promise<string | undefined> {
  const headers = JSON.stringify([...response.headers]);
  return baitIn(`${headers} ${await response.text()}`);
}
