import { describe, expect, it } from 'vitest';
import { drafted, type LimitDraft, standingsOf } from '#domain/policy-draft.ts';
import { limitOf } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { plainDate } from '#domain/time.ts';

const draft = (
  rule: LimitDraft['rule'],
  unit: LimitDraft['unit'],
  count: number | null,
  ladder: LimitDraft['ladder'] = null,
): LimitDraft => ({ rule, unit, count, ladder });

const today = plainDate('2026-03-02');

describe('a draft', () => {
  it('changes the limits it names, keeps the id of the version and leaves the others the same', () => {
    const read = drafted(decree56, [
      draft('D05', 'HOURS', 8),
      draft('D08', 'CALENDAR_DAYS', 3, 'EMERGENCY'),
    ]);
    if ('problems' in read) throw new Error('refused');
    const { procedure } = read;
    expect(procedure.id).toBe(decree56.id);
    expect(limitOf(procedure, 'D05')).toMatchObject({
      within: { unit: 'HOURS', count: 8 },
      ladder: 'EMERGENCY',
      by: 'COMMUNE_CHAIR',
    });
    expect(limitOf(procedure, 'D08')).toMatchObject({
      within: { unit: 'CALENDAR_DAYS', count: 3, rolls: true },
      ladder: 'EMERGENCY',
    });
    const others = procedure.limits.filter(({ id }) => id !== 'D05' && id !== 'D08');
    expect(others).toHaveLength(decree56.limits.length - 2);
    for (const each of others) expect(each).toBe(limitOf(decree56, each.id));
    expect(limitOf(decree56, 'D05')?.within).toEqual({ unit: 'HOURS', count: 12 });
  });

  it('may change the ladder alone where the record gives the time', () => {
    const read = drafted(decree56, [
      draft('D10', 'UNTIL_DAY', null, 'EMERGENCY'),
      draft('D15', 'MONTHS', 1, 'EMERGENCY'),
      draft('D13', 'CALENDAR_DAYS', 15, 'EMERGENCY'),
    ]);
    if ('problems' in read) throw new Error('refused');
    for (const rule of ['D10', 'D13', 'D15'] as const) {
      const { ladder, ...rest } = limitOf(read.procedure, rule) ?? {};
      const { ladder: was, ...before } = limitOf(decree56, rule) ?? {};
      expect([ladder, was, rest]).toEqual(['EMERGENCY', 'ROUTINE', before]);
    }
  });

  it.each<[string, readonly LimitDraft[], string, readonly string[]]>([
    ['no unit', [draft('D06', 'WORKING_DAYS', 0)], 'COUNT_OUT_OF_RANGE', ['0', 'count']],
    ['a negative number', [draft('D06', 'WORKING_DAYS', -1)], 'COUNT_OUT_OF_RANGE', ['0', 'count']],
    ['366 units', [draft('D06', 'HOURS', 366)], 'COUNT_OUT_OF_RANGE', ['0', 'count']],
    ['half a unit', [draft('D06', 'HOURS', 1.5)], 'COUNT_OUT_OF_RANGE', ['0', 'count']],
    ['no number', [draft('D06', 'HOURS', null)], 'COUNT_OUT_OF_RANGE', ['0', 'count']],
    ['a day nobody names', [draft('D06', 'UNTIL_DAY', null)], 'UNIT_UNFIT', ['0', 'unit']],
    ['a named day in hours', [draft('D10', 'HOURS', 5)], 'SPAN_FROM_RECORD', ['0', 'unit']],
    [
      'a named day and a number',
      [draft('D14', 'UNTIL_DAY', 5)],
      'SPAN_FROM_RECORD',
      ['0', 'count'],
    ],
    ['another cap', [draft('D13', 'CALENDAR_DAYS', 10)], 'SPAN_FROM_RECORD', ['0', 'count']],
    ['another series', [draft('D17', 'CALENDAR_DAYS', 6)], 'SPAN_FROM_RECORD', ['0', 'unit']],
    [
      'one rule twice',
      [draft('D06', 'HOURS', 5), draft('D06', 'HOURS', 6)],
      'RULE_REPEATED',
      ['1', 'rule'],
    ],
  ])('with %s is told where it is wrong: %s', (_, limits, code, field) => {
    expect(drafted(decree56, limits)).toEqual({
      problems: [{ code, field: ['limits', ...field] }],
    });
  });

  it('is told of every problem at once, and of rules the version does not have', () => {
    const narrow = { ...decree56, limits: decree56.limits.filter(({ id }) => id !== 'D07') };
    const limits = [draft('D07', 'HOURS', 5), draft('D06', 'HOURS', 5), draft('D08', 'HOURS', 999)];
    expect(drafted(narrow, limits)).toEqual({
      problems: [
        { code: 'RULE_UNKNOWN', field: ['limits', '0', 'rule'] },
        { code: 'COUNT_OUT_OF_RANGE', field: ['limits', '2', 'count'] },
      ],
    });
  });

  it('takes every number from 1 to 365 and no other', () => {
    const taken = Array.from({ length: 400 }, (_, count) => count).filter(
      (count) => 'procedure' in drafted(decree56, [draft('D06', 'WORKING_DAYS', count)]),
    );
    expect(taken).toEqual(Array.from({ length: 365 }, (_, at) => at + 1));
  });
});

describe('a draft beside the law', () => {
  it.each<[LimitDraft, string]>([
    [draft('D05', 'HOURS', 8), 'STRICTER_THAN_LAW'],
    [draft('D05', 'HOURS', 12), 'SAME_AS_LAW'],
    [draft('D05', 'HOURS', 13), 'LOOSER_THAN_LAW'],
    [draft('D05', 'WORKING_DAYS', 1), 'LOOSER_THAN_LAW'],
    [draft('D05', 'WORKING_HOURS', 1), 'LOOSER_THAN_LAW'],
    [draft('D07', 'WORKING_DAYS', 7), 'LOOSER_THAN_LAW'],
    [draft('D07', 'CALENDAR_DAYS', 5), 'STRICTER_THAN_LAW'],
    [draft('D07', 'CALENDAR_DAYS', 7), 'LOOSER_THAN_LAW'],
    [draft('D08', 'HOURS', 48), 'STRICTER_THAN_LAW'],
    [draft('D10', 'UNTIL_DAY', null, 'EMERGENCY'), 'SAME_AS_LAW'],
    [draft('D04', 'HOURS', 300), 'NO_LAW'],
  ])('%j is found %s', (limit, standing) => {
    const read = drafted(decree56, [limit]);
    if ('problems' in read) throw new Error('refused');
    const [found] = standingsOf(read.procedure, [limit], { procedures, today });
    const law = limitOf(decree56, limit.rule)?.law ?? null;
    expect(found).toEqual({ rule: limit.rule, standing, source: law });
  });

  it('is compared with the law of the country, and not with the local version it lies on', () => {
    const local = {
      ...decree56,
      id: 'LOCAL',
      territory: ['98'],
      limits: decree56.limits.map((limit) =>
        limit.id === 'D05' ? { ...limit, within: { unit: 'HOURS' as const, count: 20 } } : limit,
      ),
    };
    const limits = [draft('D05', 'HOURS', 16)];
    const read = drafted(local, limits);
    if ('problems' in read) throw new Error('refused');
    const known = { procedures: [local, ...procedures], today };
    expect(standingsOf(read.procedure, limits, known)).toMatchObject([
      { standing: 'LOOSER_THAN_LAW' },
    ]);
  });
});
