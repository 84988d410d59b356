import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { plainDate } from '#domain/time.ts';
import * as handover from '#graphql/inputs/handover.ts';
import { receiveReport } from '#graphql/inputs/intake.ts';
import * as plan from '#graphql/inputs/plan.ts';
import * as protection from '#graphql/inputs/protection.ts';
import { addNote } from '#graphql/inputs/record.ts';
import * as review from '#graphql/inputs/review.ts';
import { problemsOf } from '#graphql/problems.ts';
import { unitsFrom } from '#graphql/unit-list.ts';

const head = { caseId: 'case-1', idempotencyKey: 'inputs-test-0001', expectedVersion: 3 };
const side = { caseId: 'case-1', idempotencyKey: 'inputs-test-0001' };
const item = {
  id: 'i1',
  measure: 'COUNSELLING',
  startOn: '2026-03-02',
  endOn: '2026-03-31',
  costVnd: 0,
};
const report = {
  idempotencyKey: 'inputs-test-0001',
  receivedAt: '2026-01-05T07:00:00+07:00',
  channel: 'PHONE',
  subjectGroup: 'ABUSED',
  categories: ['VIOLENCE'],
  incidentUnit: '91001',
  child: { sex: 'MALE', fullName: 'Trẻ Thử Nghiệm', estimatedAge: 7 },
};

/** The paths at fault, and nothing for an input that is admitted. */
function faults(admission: z.ZodType, input: unknown): readonly string[] {
  const { error } = admission.safeParse(input);
  return error === undefined ? [] : problemsOf(error).map(({ field }) => (field ?? []).join('.'));
}

describe('an input', () => {
  const note = (text: string) => [addNote, { ...side, text }] as const;
  const key = (idempotencyKey: string) =>
    [addNote, { ...side, idempotencyKey, text: 'a' }] as const;
  const at = (happenedAt: unknown) => [review.closeCase, { ...head, happenedAt }] as const;
  const days = (given: unknown) => [protection.extendIsolation, { ...head, days: given }] as const;
  const items = (more: object, count = 1) =>
    [
      plan.submitPlan,
      { ...head, items: Array.from({ length: count }, () => ({ ...item, ...more })) },
    ] as const;

  it.each([
    ['a text of 8,000 characters', note('ă'.repeat(8_000))],
    ['a text of several lines', note('một\nhai\tba\r\n')],
    ['a key of 255 characters', key('k'.repeat(255))],
    ['an instant at an offset', at('2026-01-05T07:00:00+07:00')],
    ['an instant left out', at(undefined)],
    ['an instant that is null', at(null)],
    ['15 days of isolation', days(15)],
    ['40 plan items', items({}, 40)],
    ['the country as a unit', [handover.offerHandover, { ...head, to: 'VN' }] as const],
  ])('may have %s', (_, [admission, input]) => {
    expect(faults(admission, input)).toEqual([]);
  });

  it.each([
    ['a text of 8,001 characters', 'text', note('ă'.repeat(8_001))],
    ['an empty text', 'text', note('')],
    ['half a character', 'text', note('\ud83d')],
    ['a control character', 'text', note('a\u0007')],
    ['an escape sequence', 'text', note('\u001b[31mred')],
    ['a key of 15 characters', 'idempotencyKey', key('k'.repeat(15))],
    ['a key of 256 characters', 'idempotencyKey', key('k'.repeat(256))],
    ['a key with a letter that is not ASCII', 'idempotencyKey', key('khoá-của-tôi-0001')],
    ['an instant without an offset', 'happenedAt', at('2026-01-05T07:00:00')],
    ['a day that does not exist', 'items.0.endOn', items({ endOn: '2026-02-30' })],
    ['a measure in words', 'items.0.measure', items({ measure: 'đưa bé An đi khám' })],
    ['an item id with a dot', 'items.0.id', items({ id: 'i.1' })],
    ['a cost that is not whole', 'items.0.costVnd', items({ costVnd: 0.5 })],
    ['41 plan items', 'items', items({}, 41)],
    ['no plan items', 'items', items({}, 0)],
    ['16 days of isolation', 'days', days(16)],
    ['no day of isolation', 'days', days(0)],
    ['half a day of isolation', 'days', days(1.5)],
    ['a unit of three digits', 'to', [handover.offerHandover, { ...head, to: '910' }] as const],
    [
      'a name as a record number',
      'nationalRecord',
      [review.archiveCase, { ...head, nationalRecord: 'Nguyễn' }] as const,
    ],
    ['version 0', 'expectedVersion', [review.closeCase, { ...head, expectedVersion: 0 }] as const],
  ])('may not have %s', (_, path, [admission, input]) => {
    expect(faults(admission, input)).toEqual([path]);
  });

  it('may not have a member the schema does not know', () => {
    expect(review.closeCase.safeParse({ ...head, more: 1 }).success).toBe(false);
  });

  it('is told all its problems at once, and at most 50', () => {
    const wrong = {
      ...report,
      receivedAt: 'x',
      categories: [],
      incidentUnit: 'x',
      idempotencyKey: 'x',
    };
    expect(faults(receiveReport, wrong)).toEqual([
      'idempotencyKey',
      'receivedAt',
      'categories',
      'incidentUnit',
    ]);
    const many = Array.from({ length: 40 }, () => ({ ...item, id: '', measure: '' }));
    expect(faults(plan.submitPlan, { ...head, items: many })).toHaveLength(50);
  });
});

describe('a report', () => {
  const { command } = receiveReport.parse({
    ...report,
    informant: { name: 'Người Báo Tin' },
    narrative: { incidentPlace: 'Thôn Giả Định' },
  });
  const { papers, ...clear } = command;

  it('is split into what stays clear and what is sealed', () => {
    expect(JSON.stringify(clear)).not.toMatch(/Thử|Báo|Thôn/);
    expect(Object.keys(papers)).toEqual(['IDENTITY', 'NARRATIVE', 'INFORMANT']);
  });

  it('keeps of the child only what is counted', () => {
    expect(clear.child).toEqual({ sex: 'MALE', bornOn: null, estimatedAge: 7 });
  });
});

describe('a list of units', () => {
  const header = 'code,level,name,full_name,parent_code';
  const list = (...rows: readonly string[]) =>
    unitsFrom({
      csv: [header, ...rows].join('\n'),
      validFrom: plainDate('2026-01-01'),
      fictional: true,
    });

  it('becomes units in force from a day on', () => {
    const { units, problems } = list('91,province,A,Tỉnh A,', '91001,commune,B,"Xã B, mới",91');
    expect(problems).toEqual([]);
    expect(units).toEqual([
      {
        code: '91',
        level: 'PROVINCE',
        name: 'A',
        fullName: 'Tỉnh A',
        parent: 'VN',
        from: '2026-01-01',
        fictional: true,
      },
      {
        code: '91001',
        level: 'COMMUNE',
        name: 'B',
        fullName: 'Xã B, mới',
        parent: '91',
        from: '2026-01-01',
        fictional: true,
      },
    ]);
  });

  it.each([
    ['a level that does not exist', 'csv.0.level', '91,district,A,Huyện A,'],
    ['a code of three digits', 'csv.0.code', '910,province,A,Tỉnh A,'],
    ['a commune in the country', 'csv.0.parent_code', '91001,commune,B,Xã B,'],
    ['a province in a province', 'csv.0.parent_code', '91,province,A,Tỉnh A,92'],
    ['too few columns', 'csv', '91,province'],
  ])('may not have %s', (_, path, row) => {
    const { problems } = list(row);
    expect(problems.map(({ field }) => (field ?? []).join('.'))).toEqual([path]);
  });

  it('may not name a unit twice, have another header or be empty', () => {
    const province = '91,province,A,Tỉnh A,';
    expect(list(province, province).problems[0]?.field).toEqual(['csv', '1', 'code']);
    const wish = { validFrom: plainDate('2026-01-01'), fictional: true };
    expect(unitsFrom({ ...wish, csv: `id,name\n${province}` }).problems).toHaveLength(1);
    expect(list().problems).toHaveLength(1);
  });
});
