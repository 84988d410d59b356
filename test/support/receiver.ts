import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as a partner's server got it. */
export type Received = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How a server behaves to a request it has read whole. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** Answers with a status, and with headers if any. */
export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end('{}');

/** The server of a partner on this machine; it behaves as it is told to. */
export async function openReceiver() {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let behave: Behaviour = answers(204);
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers as Record<string, string>, body });
    behave(response, request);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/notices`,
    received,
    connections: () => sockets.size,
    behaves: (as: Behaviour) => {
      behave = as;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Such a server. */
export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
