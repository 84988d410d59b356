import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { administrationNouns, caseNouns, sdl, statisticsNouns } from '#schema/sdl.ts';

/** The GraphQL doors, by where they are asked. */
export const doors: Readonly<Record<string, GraphQLSchema>> = {
  '/graphql': buildSchema(sdl(caseNouns)),
  '/administration/graphql': buildSchema(sdl(administrationNouns)),
  '/statistics/graphql': buildSchema(sdl(statisticsNouns)),
};

/** A member of an input, or a position in a list. */
export type Step = string | number;

/** One place of an operation in which a caller can put something. */
export type Position = {
  readonly door: string;
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: string;
  /** The way inside the argument; empty for the argument itself. */
  readonly path: readonly Step[];
  readonly type: GraphQLInputType;
  /** For the argument of a field that is not a root: how to come to it. */
  readonly within?: (inner: string) => string;
};

/** How a position is called in a report. */
export function nameOf({ door, field, argument, path }: Position): string {
  return [`${door} ${field.name}`, argument, ...path].join('.');
}

/** A type without the mark that it must be there. */
export function bare(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

/** The ways to all places inside a value of a type, the value itself first. */
function placesIn(
  type: GraphQLInputType,
  path: readonly Step[],
): readonly Pick<Position, 'path' | 'type'>[] {
  const inner = bare(type);
  const here = { path, type };
  if (isListType(inner)) return [here, ...placesIn(inner.ofType, [...path, 0])];
  if (!isInputObjectType(inner)) return [here];
  const members = Object.values(inner.getFields());
  return [here, ...members.flatMap((each) => placesIn(each.type, [...path, each.name]))];
}

type Found = Pick<Position, 'door' | 'kind' | 'within'> & {
  readonly field: GraphQLField<unknown, unknown>;
};

function placesOf({ field, ...rest }: Found): readonly Position[] {
  return field.args.flatMap(({ name, type }) =>
    placesIn(type, []).map((place) => ({ ...rest, field, argument: name, ...place })),
  );
}

function fieldsOf(type: GraphQLObjectType | null | undefined) {
  return Object.values(type?.getFields() ?? {});
}

/** Where fields that are no roots are reached from; a field with arguments that is not here is a fault. */
const reached: Readonly<Record<string, (inner: string) => string>> = {
  'Case.history': (inner) => `{ case(id: "CASE") { ${inner} } }`,
};

/** Every position of every operation, and of every field with arguments, of every door. */
export function allPositions(): readonly Position[] {
  return Object.entries(doors).flatMap(([door, schema]) => {
    const roots = [
      ...fieldsOf(schema.getMutationType()).map((field) => ({
        door,
        kind: 'mutation' as const,
        field,
      })),
      ...fieldsOf(schema.getQueryType()).map((field) => ({ door, kind: 'query' as const, field })),
    ];
    const isRoot = (name: string) => name === 'Query' || name === 'Mutation';
    const inner = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__') && !isRoot(name))
      .flatMap((type) =>
        fieldsOf(type)
          .filter(({ args }) => args.length > 0)
          .map((field) => {
            const within = reached[`${type.name}.${field.name}`];
            if (within === undefined)
              throw new Error(`Nobody says how to reach ${type.name}.${field.name}`);
            return { door, kind: 'query' as const, field, within };
          }),
      );
    return [...roots, ...inner].flatMap(placesOf);
  });
}

/** A JSON value. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A value that fits a type, with every optional member in it; scalars come from `samples`. */
export function sample(type: GraphQLInputType, samples: Readonly<Record<string, Value>>): Value {
  const inner = bare(type);
  if (isListType(inner)) return [sample(inner.ofType, samples)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? '';
  if (!isInputObjectType(inner)) return samples[String(inner)] ?? 'x';
  return Object.fromEntries(
    Object.values(inner.getFields()).map(({ name, type: of }) => [
      name,
      samples[name] ?? sample(of, samples),
    ]),
  );
}

/** A value with another one in one place of it. */
export function placed(value: Value, [step, ...rest]: readonly Step[], bait: Value): Value {
  if (step === undefined) return bait;
  if (Array.isArray(value))
    return value.map((each, at) => (at === step ? placed(each, rest, bait) : each));
  const object = value as Readonly<Record<string, Value>>;
  return { ...object, [step]: placed(object[step] ?? null, rest, bait) };
}

/** A value as a literal of a document; enum members are told by the type and stay bare. */
export function literal(value: Value, type?: GraphQLInputType): string {
  const inner = type && bare(type);
  if (Array.isArray(value))
    return `[${value.map((each) => literal(each, inner && isListType(inner) ? inner.ofType : undefined)).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return inner && isEnumType(inner) && /^\w+$/.test(String(value))
      ? String(value)
      : JSON.stringify(value);
  const fields = inner && isInputObjectType(inner) ? inner.getFields() : {};
  return `{${Object.entries(value)
    .map(([name, each]) => `${name}: ${literal(each as Value, fields[name]?.type)}`)
    .join(', ')}}`;
}
