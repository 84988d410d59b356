import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** The largest body any door of the sandbox takes, unless a route says less. */
export const bodyCapBytes = 1024 * 1024;

/** A request whose body has been read and is within the cap. */
export type Call = {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** What goes back over the wire. */
export type Answer = {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body: string | Buffer;
};

type Answering = {
  readonly answer: (call: Call) => Answer | Promise<Answer>;
  readonly capBytes?: number;
};
type Listening = { readonly listen: RequestListener };

/**
 * One line of the table: a method (`*` for any) and an exact path, or a path ending in `/*`.
 *
 * `answer` gets a read request; `listen` gets the raw one and owns everything about it.
 */
export type Route = { readonly method: string; readonly path: string } & (Answering | Listening);

/** A server that is accepting connections; `close` leaves no handle open. */
export type OpenServer = {
  readonly port: number;
  readonly origin: string;
  readonly close: () => Promise<void>;
};

const json = 'application/json; charset=utf-8';

/** An answer in JSON, never cached. */
export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): Answer => ({
  status,
  headers: { 'content-type': json, 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

/** A page in HTML that may load nothing from elsewhere. */
export const pageAnswer = (html: string): Answer => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  },
  body: html,
});

/** The three answers that never depend on what was asked. */
export const constantAnswers = {
  notFound: jsonAnswer(404, { message: 'Not Found' }),
  tooLarge: jsonAnswer(413, { message: 'Request Entity Too Large' }),
  failed: jsonAnswer(500, { message: 'Internal Server Error' }),
} as const;

/** Writes one whole answer with its exact length. */
export const send = (response: ServerResponse, answer: Answer): void => {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    'x-content-type-options': 'nosniff',
    ...answer.headers,
    'content-length': body.length,
  });
  response.end(body);
};

/** The body of a request, or undefined when it is larger than the cap. */
export const readBody = async (
  request: IncomingMessage,
  capBytes: number,
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  // What is over the cap is still read and dropped: a client cut off while sending sees no answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= capBytes) chunks.push(chunk);
  }
  return size > capBytes ? undefined : Buffer.concat(chunks);
};

/** The path and the query exactly as they came; an odd target is never resolved as a URL. */
export const targetOf = (request: IncomingMessage): { path: string; query: string } => {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
};

const matches = (route: Route, method: string, path: string): boolean => {
  if (route.method !== '*' && route.method !== method) return false;
  return route.path.endsWith('/*') ? path.startsWith(route.path.slice(0, -1)) : path === route.path;
};

const answerTo = async (route: Answering, request: IncomingMessage): Promise<Answer> => {
  const body = await readBody(request, route.capBytes ?? bodyCapBytes);
  if (!body) return constantAnswers.tooLarge;
  const { path, query } = targetOf(request);
  return route.answer({ path, query: new URLSearchParams(query), headers: request.headers, body });
};

/** Told of what went wrong behind an answer that says nothing of it. */
export type OnFault = (fault: unknown) => void;

/** Sends what is made, or the constant failure when making it throws. */
export const sendMade = async (
  response: ServerResponse,
  make: () => Promise<Answer>,
  onFault: OnFault = () => {},
): Promise<void> => {
  try {
    send(response, await make());
  } catch (fault) {
    onFault(fault);
    if (!response.headersSent) send(response, constantAnswers.failed);
  }
};

/** A request listener over a table of routes; the first that matches answers. */
export const router =
  (routes: readonly Route[], onFault?: OnFault): RequestListener =>
  async (request, response) => {
    const { path } = targetOf(request);
    const route = routes.find((each) => matches(each, request.method ?? '', path));
    if (!route) return send(response, constantAnswers.notFound);
    if ('listen' in route) return route.listen(request, response);
    return sendMade(response, () => answerTo(route, request), onFault);
  };

/** Opens a server on the loopback address; port 0 takes any free one. */
export const openServer = async (
  listener: RequestListener,
  { host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {},
): Promise<OpenServer> => {
  // A connection dropped for idleness would fail the next call of a client that tries once.
  const server = createServer({ keepAliveTimeout: 0 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: bound.port, origin: `http://${host}:${bound.port}`, close };
};
