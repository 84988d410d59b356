import conditionParser from 'dynalite/db/conditionParser.js';
import updateParser from 'dynalite/db/updateParser.js';

type Parser = typeof conditionParser;
type Context = Parameters<Parser['parse']>[1]['context'];
type Values = Readonly<Record<string, object>>;

/** A parsed expression with the names of its values in their places, and which names and values it uses. */
type Parsed = {
  readonly tree: unknown;
  readonly names: readonly string[];
  readonly values: readonly string[];
};

/** What stands for a value in a parsed expression. */
const place = Symbol('place');
type Place = { readonly [place]: string };

// Bounds are compared while they are parsed, so such an expression depends on its values.
const dependsOnValues = /\bbetween\b/i;

/**
 * Lets the parsers of expressions remember what they have read: the same few texts come again and again with other
 * values, and reading them anew is a twelfth of all that a sandbox does.
 */
export function rememberExpressions(): void {
  for (const parser of [conditionParser, updateParser])
    if (!remembering.has(parser)) {
      remembering.add(parser);
      parser.parse = remembered(parser.parse);
    }
}

const remembering = new Set<Parser>();

function remembered(parse: Parser['parse']): Parser['parse'] {
  const known = new Map<string, Parsed>();
  return (text, options) => {
    const { context } = options;
    if (dependsOnValues.test(text)) return parse(text, options);
    const key = keyOf(text, context);
    const found = known.get(key);
    if (found !== undefined) return filled(found, context);
    const before = unusedIn(context);
    const tree = parse(text, options);
    const after = unusedIn(context);
    known.set(key, {
      tree: emptied(tree, context.attrVals ?? {}),
      names: before.names.filter((name) => !after.names.includes(name)),
      values: before.values.filter((name) => !after.values.includes(name)),
    });
    return tree;
  };
}

/** What a parsed expression depends on: its text, its names, and the types of its values. */
function keyOf(text: string, { attrNames, attrVals = {}, isKeyCondition }: Context): string {
  const types = Object.entries(attrVals).map(([name, value]) => [name, Object.keys(value)[0]]);
  return JSON.stringify([text, isKeyCondition === true, attrNames, types]);
}

function unusedIn({ unusedAttrNames, unusedAttrVals }: Context) {
  return { names: Object.keys(unusedAttrNames), values: Object.keys(unusedAttrVals) };
}

function filled({ tree, names, values }: Parsed, context: Context): unknown {
  for (const name of names) delete context.unusedAttrNames[name];
  for (const name of values) delete context.unusedAttrVals[name];
  const given = context.attrVals ?? {};
  return copied(tree, (node) => (place in node ? given[(node as Place)[place]] : undefined));
}

function emptied(tree: unknown, values: Values): unknown {
  const places = new Map<object, Place>(
    Object.entries(values).map(([name, value]) => [value, { [place]: name }]),
  );
  return copied(tree, (node) => places.get(node));
}

/** A copy of a tree in which some nodes are other ones. */
function copied(node: unknown, instead: (node: object) => object | undefined): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const other = instead(node);
  if (other !== undefined) return other;
  if (Array.isArray(node)) return node.map((each) => copied(each, instead));
  const copy = Object.create(Object.getPrototypeOf(node)) as Record<string, unknown>;
  for (const [name, each] of Object.entries(node)) copy[name] = copied(each, instead);
  return copy;
}
