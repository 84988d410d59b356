import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service, ShortParcel } from '#app/ports/notices.ts';
import { snsService } from '#channels/sms.ts';
import { gatewayService } from '#channels/sms-gateway.ts';
import { jsonAnswer, openServer, router } from '../../infra/local/router.ts';
import { openSms, type SmsCatcher } from '../../infra/local/sms.ts';

const parcel: ShortParcel = {
  to: '+84912345678',
  text: 'KHẨN LC-0000001-3 D05: đã quá hạn. Mở Lá Chắn',
  ref: 'case#"D05"#1',
};

let sms: SmsCatcher;
let client: SNSClient;
beforeEach(async () => {
  sms = await openSms(() => 0);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SNSClient({
    endpoint: sms.endpoint,
    region: 'ap-southeast-1',
    credentials,
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await sms.close();
});

const body = '{"phone":"{to}","message":"{text}","id":"{ref}"}';
const patience = () => AbortSignal.timeout(300);
const gateway = (url: string, secret = sms.secret) =>
  gatewayService({
    url,
    body: body.replace('phone', 'to').replace('message', 'text').replace('id', 'ref'),
    secret,
    accepts: undefined,
    patience,
  });
const services: Readonly<Record<string, () => Service<ShortParcel>>> = {
  SNS: () => snsService(client),
  'a gateway': () => gateway(`${sms.endpoint}/messages`),
};

describe.each(Object.entries(services))('a short message by %s', (name, open) => {
  it('leaves as it was written', async () => {
    const answered = await open()(parcel);
    expect(answered.verdict).toBe('SENT');
    expect(sms.messages()).toMatchObject([{ to: parcel.to, text: parcel.text }]);
    if (name === 'SNS') expect(answered.message).toBe(sms.messages()[0]?.id);
    else expect(sms.messages()[0]?.ref).toBe(parcel.ref);
  });

  it.each([
    ['throttle', 'LATER', 0],
    ['reject', 'REFUSED', 0],
    ['applied-then-500', 'LATER', 1],
  ] as const)('after %s is %s', async (how, verdict, sent) => {
    sms.failNext(1, how);
    const answered = await open()(parcel);
    expect(answered).toMatchObject({ verdict, code: expect.stringMatching(/\w/) });
    expect(sms.messages()).toHaveLength(sent);
  });
});

describe('SNS', () => {
  it('that nobody reaches is asked later', async () => {
    await sms.close();
    expect(await snsService(client)(parcel)).toMatchObject({ verdict: 'LATER' });
    sms = await openSms(() => 0);
  });
});

describe('a gateway', () => {
  it('that does not take the secret is tried again: the message is not at fault', async () => {
    const answered = await gateway(`${sms.endpoint}/messages`, 'another secret')(parcel);
    expect(answered).toEqual({ verdict: 'LATER', code: 'GATEWAY_401', message: null });
  });

  it('that has moved is not followed', async () => {
    let followed = 0;
    const server = await openServer(
      router([
        {
          method: 'POST',
          path: '/old',
          answer: () => ({ status: 307, headers: { location: '/new' }, body: '' }),
        },
        {
          method: 'POST',
          path: '/new',
          answer: () => {
            followed += 1;
            return jsonAnswer(200, {});
          },
        },
      ]),
      { port: 0 },
    );
    expect(await gateway(`${server.origin}/old`)(parcel)).toMatchObject({ verdict: 'LATER' });
    expect(followed).toBe(0);
    await server.close();
  });

  it('that never answers, or is not there, is tried again', async () => {
    const silent = new Promise<never>(() => undefined);
    const server = await openServer(router([{ method: 'POST', path: '/', answer: () => silent }]), {
      port: 0,
    });
    const unreached = { verdict: 'LATER', code: 'GATEWAY_UNREACHED', message: null };
    const patient = gatewayService({
      url: server.origin,
      body,
      secret: undefined,
      accepts: undefined,
      patience: () => AbortSignal.timeout(50),
    });
    expect(await patient(parcel)).toEqual(unreached);
    expect(await gateway('http://127.0.0.1:1/')(parcel)).toEqual(unreached);
    server.close().catch(() => undefined);
  });

  it.each([
    ['{"CodeResult":"100","SMSID":"1"}', { verdict: 'SENT', code: null }],
    ['{"CodeResult":"103","ErrorMessage":"Het tien"}', later('GATEWAY_DECLINED')],
    ['', later('GATEWAY_DECLINED')],
    [`${' '.repeat(5000)}{"CodeResult":"100"}`, later('GATEWAY_DECLINED')],
  ])('that answers 200 whatever happened is asked what it says: %s', async (said, answered) => {
    const answer = () => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: said });
    const server = await openServer(router([{ method: 'POST', path: '/', answer }]), { port: 0 });
    const service = gatewayService({
      ...{ url: server.origin, body, secret: undefined, patience },
      accepts: '"CodeResult":"100"',
    });
    expect(await service(parcel)).toMatchObject(answered);
    await server.close();
  });
});

function later(code: string) {
  return { verdict: 'LATER', code };
}
