import { createHash } from 'node:crypto';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from '#channels/words/en.ts';
import { letterOf, wordsVersion } from '#channels/words/letter.ts';
import type { Arguments, Messages } from '#channels/words/messages.ts';
import { vi } from '#channels/words/vi.ts';
import { type Notice, noticeKinds } from '#domain/notice.ts';
import { rules } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { vn } from '../support/builders.ts';

const languages = { vi, en } as const satisfies Record<string, Messages>;
const names = Object.keys(vi) as (keyof Messages)[];

// Everything a message may speak of; a notice has no more, and nothing of it is about a child.
const speakable: readonly (keyof Arguments)[] = [
  'code',
  'heading',
  'duty',
  'link',
  'acknowledgement',
  'urgent',
  'count',
  'overdue',
];

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

function argumentsOf(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    const inside =
      'options' in node ? Object.values(node.options).flatMap(({ value }) => value) : [];
    const own = 'value' in node && node.type !== 0 ? [String(node.value)] : [];
    return [...own, ...argumentsOf(inside)];
  });
}

const asked = (pattern: string, language: string) => [
  ...new Set(argumentsOf(new IntlMessageFormat(pattern, language).getAst())),
];

describe('the words of letters', () => {
  it.each(names)(
    '%s speaks in both languages of the same, and of nothing about a child',
    (name) => {
      const [inVi, inEn] = [asked(vi[name], 'vi').toSorted(), asked(en[name], 'en').toSorted()];
      expect(inVi).toEqual(inEn);
      expect(speakable).toEqual(expect.arrayContaining(inVi));
    },
  );

  it('get another version with every change', () => {
    const digest = createHash('sha256').update(JSON.stringify(languages)).digest('hex');
    const versions: Record<string, string> = { ...known, 'letters-3': digest.slice(0, 12) };
    expect(versions).toEqual(known);
    expect(Object.keys(known).at(-1)).toBe(wordsVersion);
  });
});

/** Every version there was, with the digest of its words; a line is added and none is changed. */
const known: Record<string, string> = {
  'letters-1': '4559d4708884',
  'letters-2': 'a1c8aa07a8ac',
  'letters-3': '1e19765e81de',
};

const noticeOf = (kind: Notice['kind'], more: Partial<Notice> = {}): Notice => ({
  ...{ id: 'n1', caseId: 'c1', caseCode: 'LC-0000001-3', kind, emergency: false, duty: null },
  post: { id: 'COMMUNE_WORKER@99001', role: 'COMMUNE_WORKER', unit: '99001' },
  about: vn('2026-02-23 08:00'),
  ...more,
});

const duty: NonNullable<Notice['duty']> = {
  ...{ deadline: 'D07.R.1.-.3.0', rule: 'D07' as const, procedure: 'ND56/2017' },
  dueAt: vn('2026-02-27 00:00'),
};

const link = 'https://la-chan.invalid';

describe('a letter', () => {
  it.each(noticeKinds)(
    'of %s reads whole in both languages, without a pattern left over',
    (kind) => {
      const { subject, text, words } = letterOf([noticeOf(kind)], link);
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null/);
      expect(text.split('\n\n---\n\n')).toHaveLength(2);
      expect(text.indexOf('Mã vụ việc')).toBeLessThan(text.indexOf('Case code'));
      expect(words).toBe(wordsVersion);
    },
  );

  it('tells every duty of the decree by its title, with its law or policy', () => {
    for (const rule of rules.filter((id) => decree56.limits.some((limit) => limit.id === id))) {
      const { text } = letterOf([noticeOf('BREACH', { duty: { ...duty, rule } })], link);
      const limit = decree56.limits.find(({ id }) => id === rule);
      expect(text).toContain(`Nhiệm vụ: ${limit?.title.vi} (${rule})`);
      expect(text).toMatch(/Căn cứ: |Thời hạn theo quy định nội bộ/);
    }
  });

  it('of several notices begins with the oldest, and says how many duties are overdue', () => {
    const breach = noticeOf('BREACH', { duty, about: vn('2026-02-27 00:00'), emergency: true });
    const later = noticeOf('ESCALATION', { duty, about: vn('2026-02-28 00:00') });
    const other = noticeOf('REMINDER', { duty, caseCode: 'LC-0000002-2' });
    const { subject, text } = letterOf([later, breach, other], link);
    expect(subject).toBe('[KHẨN CẤP] 3 thông báo, 1 việc quá hạn');
    const codes = text.split('---')[0]?.match(/LC-\d+-\d/g);
    expect(codes).toEqual(['LC-0000002-2', 'LC-0000001-3', 'LC-0000001-3']);
    expect(text).toContain('There are 3 notices');
    // Among many it is seen which of them cannot wait.
    expect(text.match(/^\[.+\] .+$/gm)).toEqual([
      '[KHẨN CẤP] Đã quá thời hạn',
      '[URGENT] A time limit has passed',
    ]);
  });

  it('leads to one acknowledgement for each notice that has a link, in both languages', () => {
    const linked = noticeOf('BREACH', { id: 'n2', duty });
    const other = noticeOf('ESCALATION', { id: 'n3', duty });
    const linkOf = ({ id }: Notice) => (id === 'n3' ? undefined : `${link}/acknowledge/${id}`);
    const { text } = letterOf([noticeOf('FORWARDED'), linked, other], link, linkOf);
    expect(text.match(/\/acknowledge\/\w+/g)).toEqual(['/acknowledge/n2', '/acknowledge/n2']);
    expect(text).toMatch(/Xác nhận đã biết .+: https:\S+\n[\s\S]+Acknowledge .+: https:\S+\n/);
    expect(letterOf([linked], link).text).not.toContain('acknowledge');
  });

  it('of none cannot be written', () => {
    expect(() => letterOf([], link)).toThrow('at least one');
  });
});
