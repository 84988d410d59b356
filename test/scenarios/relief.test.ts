import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Followed, receive, utc } from '../support/followed.ts';
import { type Officer, seen } from '../support/http.ts';
import { explained, type Office, openOffice } from '../support/office.ts';

const commune = '99001';
const other = '99002';
let office: Office;
let worker: Officer;
let chair: Officer;
let followed: Followed;
let code: string;
let deadline: string;

/** A case that waits for Form 03, and its D06: from Monday 9 March, five working days. */
beforeAll(async () => {
  office = await openOffice('2026-03-09 08:00');
  worker = await office.by('COMMUNE_WORKER', commune);
  chair = await office.by('COMMUNE_CHAIR', commune);
  followed = await receive(worker, commune, '2026-03-09 08:00');
  ({ code } = await followed.does(worker, 'assessInitially', { seriousHarm: false }));
  ({ id: deadline } = await explained(worker, followed.id, 'D06'));
});
afterAll(() => office.sandbox.close());

const dueOf = async () => (await explained(worker, followed.id, 'D06')).dueAt;
const pause = (days: number, document = '14/QĐ-UBND') => ({
  deadline,
  days,
  ground: 'CHILD_IN_TREATMENT',
  document,
});
const extend = (extra: number) => ({
  deadline,
  extra,
  ground: 'COMPLEX_CASE',
  document: '16/QĐ-UBND',
});

it('says of each limit what more time it takes, and of a limit of law that it takes none', async () => {
  const query = `query ($id: ID!) { case(id: $id) { deadlines { rule basis
    pausable { atMost by grounds policy } extendable { atMost } } } }`;
  const { case: found } = await worker.ask<{ case: { deadlines: object[] } }>(query, {
    id: followed.id,
  });
  expect(found.deadlines).toEqual([
    {
      rule: 'D06',
      basis: 'POLICY',
      pausable: {
        atMost: 30,
        by: 'COMMUNE_CHAIR',
        grounds: ['CHILD_IN_TREATMENT', 'CHILD_ABSENT', 'FORCE_MAJEURE'],
        policy: '0023',
      },
      extendable: { atMost: 5 },
    },
  ]);
});

it('is granted by the chair of the commune that owes the duty, and by nobody else', async () => {
  const province = await office.by('PROVINCE_SUPERVISOR', '99');
  for (const by of [worker, province, await office.by('COMMUNE_POLICE', commune)])
    expect(await followed.refused(by, 'pauseDeadline', pause(5))).toBe('NOT_ALLOWED');
  const stranger = await office.by('COMMUNE_CHAIR', other);
  expect(await followed.refused(stranger, 'pauseDeadline', pause(5))).toBe('NOT_FOUND');
});

it('stops a clock that nobody resumes for the days granted, and tells the right end afterwards', async () => {
  await office.to('2026-03-11 10:00');
  const document = '14/QĐ-UBND';
  const paused = await followed.does(chair, 'pauseDeadline', pause(5, document));
  expect(await dueOf()).toBe(utc('2026-03-19 00:00'));
  expect(paused.overdue).toBe(false);
  expect(await followed.refused(chair, 'pauseDeadline', pause(5))).toBe('DEADLINE_PAUSED');
  // Forgotten: on the 16th at ten it runs again.
  await office.to('2026-03-17 08:00');
  expect(await office.told(`COMMUNE_CHAIR@${commune}`, code)).toEqual(['FORWARDED']);
  const [reminder] = (await office.mails(`COMMUNE_WORKER@${commune}`, code)).slice(-1);
  expect(reminder?.text).toContain('Thời hạn: hết ngày 18/03/2026');
  expect(reminder?.text).toContain('Due: end of 18/03/2026');
});

it('gives no second pause the days between it and one that ran out by itself', async () => {
  await followed.does(chair, 'pauseDeadline', pause(20, '15/QĐ-UBND'));
  await office.to('2026-03-23 08:00');
  await followed.does(chair, 'resumeDeadline', { deadline });
  // Whole days stood still: 12 and 13 in the first, 18 to 20 in the second; 16 and 17 were counted.
  expect(await dueOf()).toBe(utc('2026-03-24 00:00'));
});

it('is extended within its cap, and tells both in both languages', async () => {
  expect(await followed.refused(chair, 'extendDeadline', extend(6))).toBe('CAP_EXCEEDED');
  await followed.does(chair, 'extendDeadline', extend(2));
  const { dueAt, account, explanation } = await explained(worker, followed.id, 'D06');
  expect(dueAt).toBe(utc('2026-03-26 00:00'));
  expect(explanation.filter(({ reason }) => reason === 'PAUSED')).not.toEqual([]);
  expect(account.vi).toContain('gia hạn thêm 2 ngày làm việc');
  expect(account.vi).toContain('Tạm dừng từ 10:00 ngày 11/03/2026 đến 10:00 ngày 16/03/2026');
  expect(account.en).toContain('extended by 2 working days');
  expect(account.en).toContain('stopped from 08:00 on 17/03/2026 to 08:00 on 23/03/2026');
  expect(account.en).toContain('It has to be done before 00:00 on 26/03/2026');
});

it('is refused where it would give no time, with what helps instead', async () => {
  await office.to('2026-03-25 10:00');
  const { version } = await seen(chair, followed.id);
  const asked = { ...pause(1), caseId: followed.id, expectedVersion: version };
  expect(await chair.tries('pauseDeadline', asked)).toMatchObject({
    case: null,
    userErrors: [
      {
        code: 'PAUSE_WITHOUT_EFFECT',
        field: ['days'],
        message: expect.stringContaining('extend the deadline'),
      },
    ],
  });
});

it('is refused once the end has passed, and the breach tells the end as it was granted', async () => {
  await office.to('2026-03-26 00:00');
  for (const [act, input] of [
    ['pauseDeadline', pause(1)],
    ['extendDeadline', extend(1)],
  ] as const)
    expect(await followed.refused(chair, act, input)).toBe('DEADLINE_PAST');
  await office.to('2026-03-26 08:00');
  const [breach] = (await office.mails(`COMMUNE_CHAIR@${commune}`, code)).slice(-1);
  expect(breach?.subject).toBe(`${code}: Đã quá thời hạn`);
  expect(breach?.text).toContain('hết ngày 25/03/2026');
  expect(breach?.text).toContain('A limit of policy, not of law');
});

it('is not to be had for a limit of law', async () => {
  const assessed = await followed.does(worker, 'assessNeeds', { planNeeded: true });
  const [plan] = assessed.deadlines;
  const of = { deadline: plan?.id };
  expect(plan?.rule).toBe('D07');
  expect(await followed.refused(chair, 'pauseDeadline', { ...pause(1), ...of })).toBe(
    'NOT_PAUSABLE',
  );
  expect(await followed.refused(chair, 'extendDeadline', { ...extend(1), ...of })).toBe(
    'NOT_EXTENDABLE',
  );
});

it('is granted once when the same chair asks twice at once', async () => {
  const again = await receive(worker, commune, '2026-03-26 08:00');
  const { version } = await again.does(worker, 'assessInitially', { seriousHarm: false });
  const found = await explained(worker, again.id, 'D06');
  const asked = { ...pause(5), deadline: found.id, caseId: again.id, expectedVersion: version };
  const answers = await Promise.all([1, 2].map(() => chair.tries('pauseDeadline', asked)));
  const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE');
  expect(codes.toSorted()).toEqual(['CONFLICT', 'DONE']);
  const query = 'query ($id: ID!) { case(id: $id) { deadlines { pauses { document } } } }';
  expect(await worker.ask(query, { id: again.id })).toEqual({
    case: { deadlines: [{ pauses: [{ document: '14/QĐ-UBND' }] }] },
  });
});

it('is the business of the new commune after a hand-over, and not of the one before', async () => {
  const moved = await receive(worker, commune, '2026-03-26 08:00');
  await moved.does(worker, 'assessInitially', { seriousHarm: false });
  await moved.does(worker, 'offerHandover', { to: other });
  const there = await office.by('COMMUNE_CHAIR', other);
  await moved.does(there, 'acceptHandover');
  const { id } = await explained(worker, moved.id, 'D06');
  const asked = { ...pause(3), deadline: id };
  expect(await moved.refused(chair, 'pauseDeadline', asked)).toBe('NOT_ALLOWED');
  await moved.does(there, 'pauseDeadline', asked);
  expect(await moved.refused(chair, 'resumeDeadline', { deadline: id })).toBe('NOT_ALLOWED');
  await moved.does(await office.by('PROVINCE_SUPERVISOR', '99'), 'resumeDeadline', {
    deadline: id,
  });
  expect((await seen(there, moved.id)).overdue).toBe(false);
});
