import { expect, it } from 'vitest';
import { letterOf } from '#channels/words/letter.ts';
import type { Notice } from '#domain/notice.ts';
import type { RuleId } from '#domain/procedure.ts';
import { vn } from '../support/builders.ts';

function reminderOf(rule: RuleId, dueAt: string): string {
  const notice: Notice = {
    id: 'n1',
    caseId: 'c1',
    caseCode: 'LC-0000001-3',
    kind: 'REMINDER',
    post: { id: 'COMMUNE_WORKER@99001', role: 'COMMUNE_WORKER', unit: '99001' },
    emergency: false,
    about: vn('2026-02-23 08:00'),
    duty: { deadline: `${rule}.R.1.-.3.0`, rule, procedure: 'ND56/2017', dueAt: vn(dueAt) },
  };
  return letterOf([notice], 'https://la-chan.invalid').text;
}

it('names the last day in time of a limit in days', () => {
  const text = reminderOf('D07', '2026-02-27 00:00');
  expect(text).toContain('Thời hạn: hết ngày 26/02/2026\n');
  expect(text).toContain('Due: end of 26/02/2026 (+07:00)\n');
});

it('names the hour of a limit in hours, at midnight too', () => {
  expect(reminderOf('D05', '2026-02-17 10:10')).toContain('Thời hạn: 10:10 17/02/2026 (+07:00)\n');
  expect(reminderOf('D04', '2026-02-18 00:00')).toContain('Thời hạn: 00:00 18/02/2026 (+07:00)\n');
});

it('cites the law where the limit is of law, and says so where it is policy', () => {
  const ofLaw = reminderOf('D07', '2026-02-27 00:00');
  expect(ofLaw).toContain('Căn cứ: khoản 1 Điều 28 Nghị định 56/2017/NĐ-CP\n');
  expect(ofLaw).not.toContain('quy định nội bộ');
  const ofPolicy = reminderOf('D06', '2026-02-27 00:00');
  expect(ofPolicy).toContain('Thời hạn theo quy định nội bộ\n');
  expect(ofPolicy).not.toContain('Căn cứ');
});
