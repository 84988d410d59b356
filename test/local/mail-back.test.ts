import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSandbox, type Sandbox } from '../../infra/local/sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox({
    port: 0,
    clock: Date.parse('2026-01-05T07:30:00+07:00'),
    skip: 0,
    seeded: true,
    near: true,
    onFault: (fault) => {
      throw fault;
    },
  });
}, 120_000);
afterAll(() => sandbox.close());

const got = async (path: string) => (await fetch(sandbox.origin + path)).json();
const posted = async (path: string, body: object) => {
  const answer = await fetch(sandbox.origin + path, { method: 'POST', body: JSON.stringify(body) });
  return [answer.status, (await answer.json()) as { deliveries?: number }] as const;
};

it('lets a mail of the sandbox come back, once, and shows short messages beside the mails', async () => {
  const [mail] = (await got('/sandbox/mail')) as { id: string; tags: object }[];
  expect(mail?.tags).toMatchObject({
    post: expect.stringMatching(/_40/),
    notice: expect.stringMatching(/\w/),
  });
  const [status, answer] = await posted('/sandbox/mail/bounce', { id: mail?.id });
  expect([status, (answer.deliveries ?? 0) >= 1]).toEqual([200, true]);
  expect(await posted('/sandbox/mail/bounce', { id: mail?.id })).toEqual([200, { deliveries: 0 }]);
  expect((await posted('/sandbox/mail/bounce', { id: 'none' }))[0]).toBe(400);
  expect(await got('/sandbox/sms')).toEqual(expect.any(Array));
  const page = await (await fetch(`${sandbox.origin}/mail`)).text();
  expect(page).toContain('Tin nhắn SMS');
});
