import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { type GraphQLError, type GraphQLFormattedError, print } from 'graphql';
import type { Directories } from '#app/ports/directory.ts';
import type { World } from '#app/ports/world.ts';
import type { Json } from '#domain/canonical.ts';
import type { Instant } from '#domain/time.ts';
import type { Resolvers } from '#schema/generated.ts';
import { type Nouns, sdl } from '#schema/sdl.ts';
import { admit, headersFor } from './admission.ts';
import type { Asking } from './context.ts';
import { costRule } from './cost.ts';
import { formatError } from './errors.ts';
import { misfits, type Place } from './misfits.ts';
import { scalars } from './scalars.ts';

/** One GraphQL door: its SDL, what resolves it, and what a request of it has. */
export type Door<Context extends Asking> = {
  readonly nouns: Nouns;
  readonly resolvers: readonly Resolvers<Context>[];
  readonly directories: Pick<Directories, 'officerOf' | 'app' | 'used'>;
  readonly log: World['log'];
  readonly now: World['now'];
  /** Whether the schema may be asked for. */
  readonly sandbox: boolean;
  readonly contextFor: (asking: Asking) => Context;
  /** Notes that a field was not permitted, and what it was asked with. */
  readonly refused: (context: Context, act: string, about: Json) => void;
  /** What has to be done before an answer may leave. */
  readonly settle: (context: Context) => Promise<void>;
};

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** Answers one request behind the gateway. */
export type Serve = (event: Event) => Promise<APIGatewayProxyStructuredResultV2>;

/** The Lambda handler of a door: the caller is known and the request well-formed before Apollo sees it. */
export function openDoor<Context extends Asking>(door: Door<Context>): Serve {
  const askings = new WeakMap<Event, Asking>();
  const requests = handlers.createAPIGatewayProxyEventV2RequestHandler<Event>();
  const lambda = startServerAndCreateLambdaHandler(serverFor(door), requests, {
    context: async ({ event }) => {
      const asking = askings.get(event);
      if (asking === undefined) throw new Error('A request came past the admission');
      return door.contextFor(asking);
    },
    middleware: [
      async (event) => {
        const now = door.now();
        const admitted = await admit(event, door, now);
        if (!('actor' in admitted)) return admitted;
        askings.set(event, admitted);
        await noteUse(admitted, now, door);
        return async (result) => {
          result.headers = { ...result.headers, ...headersFor(admitted.requestId) };
        };
      },
    ],
  });
  // Nothing here asks for the context of the runtime, which its type demands.
  return lambda as unknown as Serve;
}

/** Nobody is turned away because it could not be noted that an app is in use; the next request notes it. */
async function noteUse(
  { actor, requestId }: Asking,
  now: Instant,
  { directories, log }: Pick<Door<Asking>, 'directories' | 'log'>,
): Promise<void> {
  try {
    await directories.used(actor.app, now);
  } catch {
    log({ event: 'app_use_unnoted', alarm: true, requestId });
  }
}

/** Apollo with everything off that would echo, measure or remember what partners send. */
export function serverFor<Context extends Asking>(door: Door<Context>): ApolloServer<Context> {
  const { log, nouns, resolvers, sandbox } = door;
  const silent = () => {};
  const report = () => log({ event: 'apollo_failed', alarm: true });
  return new ApolloServer<Context>({
    typeDefs: sdl(nouns),
    resolvers: [scalars, ...resolvers],
    introspection: sandbox,
    formatError,
    validationRules: [costRule],
    validationOptions: { maxErrors: 10 },
    parseOptions: { maxTokens: 2_000 },
    maxRecursiveSelections: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    logger: { debug: silent, info: silent, warn: silent, error: report },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      watching(door),
    ],
  });
}

/** Marks errors with the request id, logs what failed here, and settles before the answer leaves. */
function watching<Context extends Asking>({ log, refused, settle }: Door<Context>) {
  const noted = (error: GraphQLError, context: Context, variables: Json) => {
    const { actor, requestId } = context;
    const code = formatError(error.toJSON()).extensions?.['code'];
    if (code === 'INTERNAL')
      log({ event: 'request_failed', alarm: true, requestId, code: nameOf(error) });
    if (code !== 'NOT_ALLOWED') return;
    log({ event: 'field_refused', requestId, code: fieldOf(error), officer: actor.id });
    refused(context, fieldOf(error), [askedIn(error), variables]);
  };
  const listener: GraphQLRequestListener<Context> = {
    willSendResponse: async ({ contextValue, response, request, schema, operation }) => {
      await settle(contextValue);
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      if (singleResult.errors === undefined) return;
      const places = misfits({ schema, operation, variables: request.variables });
      singleResult.errors = singleResult.errors.map(marked(contextValue.requestId, places));
    },
    didEncounterErrors: async ({ errors, contextValue, request: { variables } }) => {
      for (const error of errors) noted(error, contextValue, (variables ?? {}) as Json);
    },
  };
  const plugin: ApolloServerPlugin<Context> = { requestDidStart: async () => listener };
  return plugin;
}

/** The class of what was thrown; its message may quote anything and is never written down. */
function nameOf({ originalError }: { readonly originalError?: Error | undefined }): string {
  return originalError?.name ?? 'GraphQLError';
}

/** The field of the schema at which an error arose, whatever the caller calls it. */
function fieldOf({ nodes }: GraphQLError): string {
  const [field] = nodes ?? [];
  return field?.kind === 'Field' ? field.name.value : 'unknown';
}

function askedIn({ nodes }: GraphQLError): string {
  return (nodes ?? []).map((node) => print(node)).join();
}

/** Variables that do not fit are all that is complained of, so each complaint has its place. */
function marked(requestId: string, places: readonly Place[]) {
  return (error: GraphQLFormattedError, at: number): GraphQLFormattedError => {
    const field = places[at];
    const extensions = { ...error.extensions, ...(field && { field }), requestId };
    return { ...error, extensions };
  };
}
