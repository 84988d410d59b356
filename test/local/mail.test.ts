import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mail, type MailCatcher, openMail } from '../../infra/local/mail.ts';
import { mailPage } from '../../infra/local/mail-page.ts';

const at = Date.parse('2026-02-17T03:10:05Z');
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let mail: MailCatcher;
let client: SESv2Client;
let remembered: Mail[];

const clientOf = ({ endpoint }: MailCatcher, maxAttempts = 1) =>
  new SESv2Client({ endpoint, region: 'ap-southeast-1', credentials, maxAttempts });

beforeEach(async () => {
  remembered = [];
  mail = await openMail({ now: () => at, remember: (each) => void remembered.push(each) });
  client = clientOf(mail);
});

afterEach(async () => {
  client.destroy();
  await mail.close();
});

const letter = (subject = 'Hồ sơ LC-26-0001: còn 2 giờ'): SendEmailCommandInput => ({
  FromEmailAddress: 'bao-tin@la-chan.test',
  Destination: { ToAddresses: ['can-bo@xa.test'], CcAddresses: ['truong@xa.test'] },
  Content: {
    Simple: {
      Subject: { Data: subject, Charset: 'UTF-8' },
      Body: { Text: { Data: 'Mở hồ sơ.' }, Html: { Data: '<p>Mở hồ sơ.</p>' } },
      Headers: [{ Name: 'X-Notice', Value: 'n-1' }],
    },
  },
  EmailTags: [{ Name: 'rung', Value: 'due' }],
});

const rawLetter = (lines: readonly string[]): SendEmailCommandInput => ({
  Content: { Raw: { Data: Buffer.from(lines.join('\r\n')) } },
});

const send = (input: SendEmailCommandInput) => client.send(new SendEmailCommand(input));

describe('the mail catcher', () => {
  it('hears within the process what it hears over the wire, refusals included', async () => {
    const empty = { ...letter(), Destination: {} };
    for (const each of [client, mail.near]) {
      await each.send(new SendEmailCommand(letter()));
      const refused = each.send(new SendEmailCommand(empty));
      await expect(refused).rejects.toMatchObject({
        name: 'BadRequestException',
        $fault: 'client',
      });
    }
    const [near, far] = mail.mails().map(({ id, ...rest }) => rest);
    expect(near).toMatchObject({ subject: 'Hồ sơ LC-26-0001: còn 2 giờ' });
    expect(near).toEqual(far);
  });

  it('keeps a mail the real client sends', async () => {
    const { MessageId } = await send(letter());
    expect(mail.mails()).toEqual([
      {
        id: MessageId,
        at,
        from: 'bao-tin@la-chan.test',
        to: ['can-bo@xa.test', 'truong@xa.test'],
        subject: 'Hồ sơ LC-26-0001: còn 2 giờ',
        text: 'Mở hồ sơ.',
        html: '<p>Mở hồ sơ.</p>',
        headers: { 'X-Notice': 'n-1' },
        tags: { rung: 'due' },
      },
    ]);
    expect(remembered).toEqual(mail.mails());
  });

  it('reads a raw message in base64 with an encoded subject over two lines', async () => {
    const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
    await send(
      rawLetter([
        'From: bao-tin@la-chan.test',
        'To: can-bo@xa.test, truong@xa.test',
        `Subject: ${word('Nhắc ')}`,
        ` ${word('việc')}`,
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('Còn 2 giờ.').toString('base64'),
      ]),
    );
    expect(mail.mails()[0]).toMatchObject({
      from: 'bao-tin@la-chan.test',
      to: ['can-bo@xa.test', 'truong@xa.test'],
      subject: 'Nhắc việc',
      text: 'Còn 2 giờ.',
    });
  });

  it('reads a raw message in quoted-printable and in plain text', async () => {
    const head = ['From: a@x.test', 'To: b@x.test', 'Subject: =?utf-8?q?H=E1=BB=93_s=C6=A1?='];
    const quoted = 'Content-Transfer-Encoding: quoted-printable';
    await send(rawLetter([...head, quoted, '', 'H=E1=BB=93 s=\r\n=C6=A1']));
    await send(rawLetter([...head, '', 'Hồ sơ']));
    const seen = { subject: 'Hồ sơ', text: 'Hồ sơ' };
    expect(mail.mails()).toMatchObject([seen, seen]);
  });

  it('lists the newest first', async () => {
    for (const subject of ['một', 'hai', 'ba']) await send(letter(subject));
    expect(mail.mails().map(({ subject }) => subject)).toEqual(['ba', 'hai', 'một']);
  });

  it('starts with what was kept and holds no more than 10,000', async () => {
    const old = (id: number): Mail => ({ ...(mail.mails()[0] as Mail), id: `old-${id}` });
    await send(letter());
    const kept = Array.from({ length: 10_000 }, (_, id) => old(id));
    const full = await openMail({ now: () => at, kept });
    const other = clientOf(full);
    const { MessageId } = await other.send(new SendEmailCommand(letter()));
    expect(full.mails()).toHaveLength(10_000);
    expect(full.mails()[0]?.id).toBe(MessageId);
    expect(full.mails().at(-1)?.id).toBe('old-9998');
    other.destroy();
    await full.close();
  });

  it('can be emptied', async () => {
    await send(letter());
    mail.clear();
    expect(mail.mails()).toEqual([]);
  });

  it('refuses a mail without a recipient or a sender', async () => {
    const { Destination: _, ...nobody } = letter();
    await expect(send(nobody)).rejects.toMatchObject({ name: 'BadRequestException' });
    await expect(send(rawLetter(['To: b@x.test', '', 'x']))).rejects.toThrow();
    expect(mail.mails()).toEqual([]);
  });

  it('does not answer before the mail is remembered', async () => {
    const forgetful = await openMail({
      now: () => at,
      remember: () => Promise.reject(new Error('disk full')),
    });
    const other = clientOf(forgetful);
    await expect(other.send(new SendEmailCommand(letter()))).rejects.toThrow();
    expect(forgetful.mails()).toEqual([]);
    other.destroy();
    await forgetful.close();
  });
});

describe('a mail service that fails', () => {
  it.each([
    ['throttle', 'TooManyRequestsException', 0],
    ['reject', 'MessageRejected', 0],
    ['applied-then-500', 'InternalServiceErrorException', 1],
  ] as const)('by %s answers %s with %d mail sent', async (how, name, sent) => {
    mail.failNext(1, how);
    await expect(send(letter())).rejects.toMatchObject({ name });
    expect(mail.mails()).toHaveLength(sent);
    await send(letter());
    expect(mail.mails()).toHaveLength(sent + 1);
  });

  it('lets the client of its own accord send twice what was applied once', async () => {
    const patient = clientOf(mail, 2);
    mail.failNext(1, 'applied-then-500');
    await patient.send(new SendEmailCommand(letter()));
    expect(mail.mails()).toHaveLength(2);
    patient.destroy();
  });
});

describe('the page of caught mails', () => {
  it('shows each mail in a table in Vietnamese with its local time', async () => {
    await send(letter());
    const page = mailPage(mail.mails());
    expect(page).toContain('<html lang="vi">');
    expect(page).toContain('<th scope="col">');
    expect(page).toContain('<time datetime="2026-02-17T10:10:05+07:00">17/02/2026 10:10:05</time>');
    expect(page).toContain('can-bo@xa.test<br>truong@xa.test');
  });

  it('shows markup in a mail as text', async () => {
    await send(letter(`<script>alert("x")</script>&'`));
    const page = mailPage(mail.mails());
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('says so when there is none', () => {
    expect(mailPage([])).toContain('Chưa có thư nào.');
  });
});
