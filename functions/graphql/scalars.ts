import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function written(name: string): GraphQLScalarType<string, unknown> {
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: admitText,
    // Its form is judged with the other inputs, so that all problems are told at once.
    parseLiteral: (node) => admitText(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function admitText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('not a text');
}

function admitNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError('not a whole number');
}

/** How the scalars of the SDL travel. */
export const scalars = {
  DateTime: written('DateTime'),
  LocalDate: written('LocalDate'),
  UnitCode: written('UnitCode'),
  IdempotencyKey: written('IdempotencyKey'),
  Vnd: new GraphQLScalarType({
    name: 'Vnd',
    serialize: (value) => value,
    parseValue: admitNumber,
    parseLiteral: (node) => admitNumber(node.kind === Kind.INT ? Number(node.value) : undefined),
  }),
};
