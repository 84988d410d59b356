import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** What a client of the SDK hands its requests to. */
export type RequestHandler = Extract<
  DynamoDBClientConfig['requestHandler'],
  { readonly handle: unknown }
>;

/** A request as it would go over the wire. */
export type Said = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

/** An answer as it would come over the wire. */
export type Heard = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Takes the requests of a client to a service in the same process, without sockets. */
export function nearHandler(answer: (said: Said) => Promise<Heard>): RequestHandler {
  const handle = async ({ headers, body }: Sent) => {
    const { status: statusCode, ...heard } = await answer({ headers, body: bytesOf(body) });
    return { response: { statusCode, ...heard } };
  };
  return { handle } as RequestHandler;
}

type Sent = Parameters<RequestHandler['handle']>[0];

function bytesOf(body: unknown): Buffer {
  if (!(body instanceof Uint8Array)) return Buffer.from(String(body ?? ''));
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

type Stacked = { readonly middlewareStack: { remove(name: string): boolean } };

/** Leaves out what the SDK does on the way to a service that is far away and wants to know who asks. */
export function bringNear<Client extends Stacked>(client: Client): Client {
  for (const each of forFarAway) client.middlewareStack.remove(each);
  return client;
}

const forFarAway = [
  'httpAuthSchemeMiddleware',
  'httpSigningMiddleware',
  'loggerMiddleware',
  'getUserAgentMiddleware',
  'recursionDetectionMiddleware',
  'hostHeaderMiddleware',
  'contentLengthMiddleware',
];

/** Somebody must be named, though nobody asks who calls. */
export const nearby = {
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'near', secretAccessKey: 'near' },
};
