import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

/** A place inside a variable, as a `UserError` names it: members of the schema and positions. */
export type Place = readonly string[];

type Asked = {
  readonly schema: GraphQLSchema;
  readonly operation?: OperationDefinitionNode | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * Where variables do not fit their types, in the order in which GraphQL complains of them.
 *
 * Nothing of it is written by the caller: an unknown member is told by the object it stands in.
 */
export function misfits({ schema, operation, variables = {} }: Asked): readonly Place[] {
  const definitions = operation?.variableDefinitions ?? [];
  return definitions.flatMap((definition) => misfitsOf(definition, schema, variables));
}

function misfitsOf(
  { type: written, defaultValue, variable }: VariableDefinitionNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): readonly Place[] {
  const type = typeFromAST(schema, written);
  const value = Object.hasOwn(variables, variable.name.value)
    ? variables[variable.name.value]
    : undefined;
  if (!isInputType(type)) return [];
  if (value === undefined)
    return written.kind === 'NonNullType' && defaultValue === undefined ? [[]] : [];
  return placesIn(value, type);
}

/** GraphQL complains of no more either, and every complaint costs. */
const most = 50;
const enough = Symbol('enough');

function placesIn(value: unknown, type: GraphQLInputType): readonly Place[] {
  const places: Place[] = [];
  try {
    coerceInputValue(value, type, (path, _value, error) => {
      places.push([...path.map(String), ...lacking(error)]);
      if (places.length === most) throw enough;
    });
  } catch (failure) {
    if (failure !== enough) throw failure;
  }
  return places;
}

/** The member that is missing, which GraphQL names by its text alone. */
function lacking({ message }: GraphQLError): readonly string[] {
  const name = /^Field "(\w+)" of required type "[^"]+" was not provided\.$/.exec(message)?.[1];
  return name === undefined ? [] : [name];
}
