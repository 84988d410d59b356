import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';
import type { TableName } from '#store/table.ts';
import type { Body } from './dynamodb-action.ts';
import { isRefusal, refusal } from './dynamodb-action.ts';
import { rememberExpressions } from './dynamodb-expressions.ts';
import type { Feed } from './dynamodb-feed.ts';
import { type Ledger, openLedger } from './dynamodb-ledger.ts';
import type { Table } from './dynamodb-memory.ts';
import { type Meter, newMeter } from './dynamodb-meter.ts';
import { type Handlers, handlersOf } from './dynamodb-operations.ts';

export type DynamoDBOptions = {
  /** Directory of the journal; without one nothing outlives the process. */
  readonly dir?: string;
  readonly port?: number;
  /** Put before every table name. */
  readonly prefix?: string;
  /** Epoch milliseconds; dates the feed and the tokens. */
  readonly now: () => number;
};

/** An answer before it leaves: status and body. */
export type Spoken = { readonly status: number; readonly body: Body };

/** A running engine: the wire at `endpoint`, and beside it what AWS does by other ways. */
export type DynamoDB = {
  readonly endpoint: string;
  /**
   * Answers one request as the wire does, without the wire: the target header and the body. The body must be the
   * engine's alone, and what it answers is to be read only: both may be parts of stored items.
   */
  speak(target: string, body: Body): Promise<Spoken>;
  readonly feed: Feed;
  /** Running totals of calls and units, by operation and table, and the hottest partitions. */
  readonly capacity: Pick<Meter, 'totals' | 'units' | 'peaks' | 'reset'>;
  /** What the journal held at start, and the bytes of a torn last frame that were cut off. */
  readonly recovered: { readonly frames: number; readonly cutBytes: number };
  /** The lowest sort key in an index, over all its partitions; counts as no call. */
  soonest(table: TableName, index: string): string | undefined;
  /** How many writes have changed a table since it was last emptied; counts as no call. */
  changes(table: TableName): number;
  /** Keeps a JSON value under a key, beside the tables. */
  remember(key: string, value: unknown): Promise<void>;
  recall(key: string): unknown;
  /** Deletes what expired before the instant and says how many items went. */
  expire(nowEpochSeconds: number): Promise<number>;
  /** Empties tables, feed, positions and journal. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

const largestBody = 16 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBody)
      throw refusal('ValidationException', 'The request is larger than 16 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    throw refusal('SerializationException', 'The body is not JSON');
  }
}

async function answerOf(handlers: Handlers, target: string, body: Body): Promise<Body> {
  const operation = target.replace(/^DynamoDB_20120810\./, '');
  const handle = Object.hasOwn(handlers, operation) ? handlers[operation] : undefined;
  if (!handle)
    throw refusal(
      'UnknownOperationException',
      `The local engine does not speak ${target || 'a request without X-Amz-Target'}`,
    );
  return handle(body);
}

function errorOf(error: unknown): Spoken {
  if (isRefusal(error)) return { status: error.statusCode, body: error.body };
  console.error(error);
  const { body } = refusal('InternalServerError', String(error));
  return { status: 500, body };
}

type Engine = { readonly handlers: Handlers; readonly ledger: Ledger };

/** No answer, not even a refusal, leaves before everything it may have seen is on the disk. */
async function spoken({ handlers, ledger }: Engine, target: string, body: Body): Promise<Spoken> {
  try {
    const answer = await answerOf(handlers, target, body).finally(ledger.settled);
    return { status: 200, body: answer };
  } catch (error) {
    return errorOf(error);
  }
}

async function serve(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const { status, body } = await bodyOf(request)
    .then((said) => spoken(engine, target, parsed(said)))
    .catch(errorOf);
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amz-crc32': crc32(text),
  });
  response.end(text);
}

/** The lowest sort key in an index, over all its partitions. */
function lowestSortKey({ indexes }: Table, name: string): string | undefined {
  return indexes.find((each) => each.name === name)?.order.range({ limit: 1 })[0];
}

async function listen(server: Server, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, '127.0.0.1', resolve);
  await promise;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A connection that is busy now turns idle only once its answer has left.
  const closing = setInterval(() => server.closeIdleConnections(), 10);
  await promise;
  clearInterval(closing);
}

/**
 * Starts the embedded DynamoDB: dynalite's validation and expressions over a memory of our own.
 *
 * Every write is decided and applied within one turn of the loop, which is its lock.
 */
export async function startDynamoDB(options: DynamoDBOptions): Promise<DynamoDB> {
  const { dir, port = 0, prefix = '', now } = options;
  rememberExpressions();
  const ledger = await openLedger({ dir, prefix, now });
  const meter = newMeter(now);
  const handlers = handlersOf(ledger, meter);
  // A connection dropped for idleness would fail the next call of a client that tries once.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    void serve({ handlers, ledger }, request, response);
  });
  const endpoint = await listen(server, port).catch(async (error: unknown) => {
    await ledger.close();
    throw error;
  });
  return {
    endpoint,
    speak: (target, body) => spoken({ handlers, ledger }, target, body),
    feed: ledger.feed,
    capacity: { totals: meter.totals, units: meter.units, peaks: meter.peaks, reset: meter.reset },
    recovered: ledger.recovered,
    soonest: (table, index) => lowestSortKey(ledger.memory.named(prefix + table), index),
    changes: (table) => ledger.memory.named(prefix + table).changes,
    remember: ledger.remember,
    recall: ledger.recall,
    expire: ledger.expire,
    reset: ledger.reset,
    async close() {
      await stop(server);
      await ledger.close();
    },
  };
}
