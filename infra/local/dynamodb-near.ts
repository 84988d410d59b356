import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDB, Spoken } from './dynamodb.ts';
import type { Body } from './dynamodb-action.ts';
import { withBytes, withoutBytes } from './dynamodb-binary.ts';
import { bringNear, nearby } from './near.ts';

/**
 * The SDK's client of an engine in the same process, without sockets and signatures.
 *
 * What it says and hears is what would go over the wire; a read costs a tenth of the time. The schemas by which the
 * SDK writes and reads the JSON of any service are left out as well, but for refusals: what is binary here can be
 * told without them.
 */
export function nearClient({ endpoint, speak }: DynamoDB): DynamoDBClient {
  const url = new URL(endpoint);
  const endpointProvider = () => ({ url });
  const client = bringNear(new DynamoDBClient({ ...nearby, endpoint, endpointProvider }));
  // Who asks again has to be told by the engine to do so, and the engine never is too busy.
  client.middlewareStack.remove('retryMiddleware');
  client.middlewareStack.add((next) => (args) => next({ ...args, request: args.input }), {
    ...serializing,
    override: true,
  });
  client.middlewareStack.add(
    (_, context) =>
      async ({ request }) => {
        const operation = String(context['commandName']).replace(/Command$/, '');
        const said = withoutBytes(complete(operation, request as object)) as Body;
        const response = await speak(`DynamoDB_20120810.${operation}`, said);
        return { response, output: await heard(response, client, context) };
      },
    { ...deserializing, override: true },
  );
  return lean(client);
}

// The names under which the SDK does the same by schemas; what is added under them takes their place.
const serializing = { name: 'serializerMiddleware', step: 'serialize' } as const;
const deserializing = { name: 'deserializerMiddleware', step: 'deserialize' } as const;

/** Every transaction carries a token, as from the SDK. */
function complete(operation: string, input: object): object {
  if (operation !== 'TransactWriteItems') return input;
  const { ClientRequestToken = randomUUID() } = input as { readonly ClientRequestToken?: string };
  return { ...input, ClientRequestToken };
}

type Protocol = {
  deserializeResponse(operation: object, context: object, response: object): Promise<never>;
};

/** An answer, or the exception that the SDK makes of a refusal. */
async function heard({ status, body: said }: Spoken, { config }: DynamoDBClient, context: object) {
  const $metadata = { httpStatusCode: status };
  if (status < 300) return { ...withBytes(said), $metadata };
  const response = {
    statusCode: status,
    headers: jsonHeaders,
    body: Buffer.from(JSON.stringify(said)),
  };
  const protocol = config.protocol as unknown as Protocol;
  return protocol.deserializeResponse(operationIn(context), config, response);
}

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.0' };

/** What the command says of its operation, by the places in which the SDK keeps it. */
function operationIn(context: object): object {
  const { operationSchema } = (context as { readonly __smithy_context: Kept }).__smithy_context;
  const [, namespace, name, traits, input, output] = operationSchema;
  return { namespace, name, traits, input, output };
}

type Kept = { readonly operationSchema: readonly unknown[] };

/**
 * Leaves to a client what its commands read of its configuration.
 *
 * Every command copies the configuration several times over, which costs more than the answer of the engine.
 */
function lean(client: DynamoDBClient): DynamoDBClient {
  const { config } = client;
  for (const name of Object.keys(config))
    if (!isRead.includes(name)) Reflect.deleteProperty(config, name);
  Object.assign(config, { ignoreConfiguredEndpointUrls: true });
  return client;
}

const isRead = ['endpointProvider', 'protocol', 'logger', 'streamCollector'];
