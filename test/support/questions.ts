import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { type Nouns, sdl } from '#schema/sdl.ts';

/** A question and the way to the object whose own fields it asks for. */
export type Question = { readonly path: string; readonly query: string };

const deepest = 8;
const mostVisits = 2;

/**
 * Every way from the root fields of some nouns to every object that can be reached, each type met twice at most on
 * one way: a question for each, which asks for all of its own fields.
 *
 * Arguments stand by the name of the root field; one that is required and not there is a mistake.
 */
export function questionsOf(
  nouns: Nouns,
  given: Readonly<Record<string, string>>,
): readonly Question[] {
  const schema = buildSchema(sdl(nouns));
  const root = schema.getQueryType();
  if (root === undefined || root === null) throw new Error('There is nothing to ask');
  const ask: Walk = { schema, given };
  return Object.values(root.getFields()).flatMap((field) =>
    below(field, { names: [], types: [], open: '{ ', close: ' }' }, ask),
  );
}

type Walk = {
  readonly schema: GraphQLSchema;
  readonly given: Readonly<Record<string, string>>;
};
type Way = {
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly open: string;
  readonly close: string;
};
type Field = GraphQLField<unknown, unknown>;

function below(field: Field, way: Way, walk: Walk): readonly Question[] {
  const isRoot = way.names.length === 0;
  const given = isRoot ? walk.given[field.name] : undefined;
  if (given === undefined && field.args.some(isRequiredArgument))
    throw new Error(`Nothing is known to ask ${field.name} for`);
  const names = [...way.names, field.name];
  // Few rows of each list, so that lists within lists stay within what one request may ask for.
  const few = field.args.some(({ name }) => name === 'first') ? 'first: 3' : undefined;
  const args = [given, few].filter((each) => each !== undefined).join(', ');
  const called = args === '' ? field.name : `${field.name}(${args})`;
  const type = getNamedType(field.type);
  if (isLeafType(type))
    return isRoot ? [{ path: field.name, query: `${way.open}${called}${way.close}` }] : [];
  const objects = isAbstractType(type) ? walk.schema.getPossibleTypes(type) : [type];
  return objects.filter(isObjectType).flatMap((each) => {
    const spread = isAbstractType(type) ? `... on ${each.name} { ` : '';
    const open = `${way.open}${called} { ${spread}`;
    const close = `${spread === '' ? '' : ' }'} }${way.close}`;
    return inside(each, { ...way, names, open, close }, walk);
  });
}

function inside(type: GraphQLObjectType, way: Way, walk: Walk): readonly Question[] {
  const visits = way.types.filter((name) => name === type.name).length;
  if (visits >= mostVisits || way.names.length > deepest) return [];
  const fields = Object.values(type.getFields());
  const own = fields
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map(({ name }) => name);
  const types = [...way.types, type.name];
  const further = fields.flatMap((field) => below(field, { ...way, types }, walk));
  const asked = own.length === 0 ? '__typename' : own.join(' ');
  return [{ path: way.names.join('.'), query: `${way.open}${asked}${way.close}` }, ...further];
}
