import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  jsonAnswer,
  type OpenServer,
  openServer,
  pageAnswer,
  router,
} from '../../infra/local/router.ts';

let server: OpenServer;
const faults: unknown[] = [];

beforeAll(async () => {
  const listener = router(
    [
      { method: 'GET', path: '/page', answer: () => pageAnswer('<p>Trang</p>') },
      {
        method: 'POST',
        path: '/echo',
        capBytes: 16,
        answer: ({ body, query }) => jsonAnswer(200, [body.toString(), query.get('q')]),
      },
      { method: 'GET', path: '/files/*', answer: ({ path }) => jsonAnswer(200, path) },
      { method: '*', path: '/raw', listen: (_, response) => void response.end('raw') },
      { method: 'GET', path: '/broken', answer: () => Promise.reject(new Error('secret')) },
    ],
    (fault) => faults.push(fault),
  );
  server = await openServer(listener);
});

afterAll(() => server.close());

describe('the route table', () => {
  it('gives a call its body and its query', async () => {
    const answer = await fetch(`${server.origin}/echo?q=a%20b`, { method: 'POST', body: 'chào' });
    expect(await answer.json()).toEqual(['chào', 'a b']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('serves a page that may load nothing from elsewhere', async () => {
    const answer = await fetch(`${server.origin}/page`);
    expect(await answer.text()).toBe('<p>Trang</p>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('hands a whole folder to one line, the folder itself excepted', async () => {
    expect(await (await fetch(`${server.origin}/files/a/b`)).json()).toBe('/files/a/b');
    expect((await fetch(`${server.origin}/files`)).status).toBe(404);
  });

  it('leaves the raw request to a line that listens', async () => {
    const answer = await fetch(`${server.origin}/raw`, { method: 'DELETE' });
    expect(await answer.text()).toBe('raw');
  });

  it.each([
    ['GET', '/nowhere'],
    ['GET', '/echo'],
    ['GET', '//page'],
    ['GET', '/page/..%2fpage'],
  ])('answers %s %s with the constant 404', async (method, path) => {
    const answer = await fetch(`${server.origin}${path}`, { method });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('{"message":"Not Found"}');
  });

  it('takes a body of exactly the cap and no byte more', async () => {
    const post = (body: string) => fetch(`${server.origin}/echo`, { method: 'POST', body });
    expect((await post('x'.repeat(16))).status).toBe(200);
    const refused = await post('x'.repeat(17));
    expect(refused.status).toBe(413);
    expect(await refused.text()).toBe('{"message":"Request Entity Too Large"}');
  });

  it('says nothing of a fault to the caller and everything to its owner', async () => {
    const answer = await fetch(`${server.origin}/broken`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('{"message":"Internal Server Error"}');
    expect(faults).toEqual([new Error('secret')]);
  });

  it('closes with connections still alive, and may be closed twice', async () => {
    const other = await openServer(router([]));
    await fetch(other.origin);
    await other.close();
    await other.close();
    await expect(fetch(other.origin)).rejects.toThrow();
  });
});
