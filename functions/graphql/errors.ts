import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { norms } from '#domain/watch.ts';

/** Every top-level error there is, with its one text: what was sent is never repeated. */
export const errorTexts = {
  BAD_REQUEST: 'Send one GraphQL request as a JSON object by POST, at most 256 KB.',
  LIMIT_EXCEEDED: 'The request asks for too much. See `extensions.limit`.',
  NOT_ALLOWED: 'Your posts or the scopes of your token do not permit this.',
  INTERNAL: 'Something failed here. Repeat later and quote the request id.',
} as const;

/** What a client programs against. */
export type ErrorCode = keyof typeof errorTexts;

const badRequests: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL or is longer than 2,000 tokens.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_USER_INPUT:
    'A variable is missing or does not fit its type. Where it is known, see `extensions.field`.',
  OPERATION_RESOLUTION_FAILURE: 'Name one operation of the document.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the document itself; none is kept here.',
  BAD_INSTANT: 'Give `at` as an instant with its offset, such as `2026-01-05T07:30:00+07:00`.',
  BAD_CURSOR: 'Give `after` the `endCursor` of the page before, from the same list.',
  BAD_REQUEST: errorTexts.BAD_REQUEST,
};

/** What one request may ask for at most. */
export const limits = {
  depth: 10,
  aliases: 15,
  directives: 5,
  mutations: 1,
  fields: 500,
  rows: 5_000,
  first: 100,
  days: 31,
  openedCases: 10,
  refusals: norms.REFUSED_IN_AN_HOUR.most,
} as const;

/** An error of ours, told by its code alone. */
export function fault(code: 'NOT_ALLOWED' | 'BAD_CURSOR' | 'BAD_INSTANT'): GraphQLError {
  return new GraphQLError(code, { extensions: { code } });
}

/** Says which limit of {@link limits} a request goes beyond. */
export function beyond(limit: keyof typeof limits): GraphQLError {
  const extensions = { code: 'LIMIT_EXCEEDED', limit, most: limits[limit] };
  return new GraphQLError('LIMIT_EXCEEDED', { extensions });
}

type Told = { readonly code: ErrorCode; readonly message: string };

function tell(error: GraphQLFormattedError): Told {
  const code = causeOf(error);
  const bad = badRequests[code];
  if (bad !== undefined) return { code: 'BAD_REQUEST', message: bad };
  if (code === 'LIMIT_EXCEEDED' || code === 'NOT_ALLOWED')
    return { code, message: errorTexts[code] };
  return { code: 'INTERNAL', message: errorTexts.INTERNAL };
}

function causeOf({ extensions, message }: GraphQLFormattedError): string {
  // Apollo calls everything a validation error that it finds before executing, our limits too.
  if (extensions?.['limit'] !== undefined) return 'LIMIT_EXCEEDED';
  const code = String(extensions?.['code'] ?? unforeseen);
  const late = uncoded.find(({ begins }) => message.startsWith(begins));
  return code === unforeseen && late !== undefined ? late.code : code;
}

/** The code Apollo gives to what has none. */
const unforeseen = 'INTERNAL_SERVER_ERROR';
/** What GraphQL finds wrong only while it executes, and gives no code to. */
const uncoded = [
  { begins: 'Argument "', code: 'BAD_USER_INPUT' },
  { begins: 'Too many errors processing variables', code: 'BAD_USER_INPUT' },
  { begins: 'Schema is not configured to execute', code: 'GRAPHQL_VALIDATION_FAILED' },
] as const;

/** The error as it may leave: code, constant text, places. Whatever is not known here is `INTERNAL`. */
export function formatError(error: GraphQLFormattedError): GraphQLFormattedError {
  const { code, message } = tell(error);
  const { locations, path, extensions } = error;
  const { limit, most } = extensions ?? {};
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(code === 'LIMIT_EXCEEDED' && { limit, most }) },
  };
}
