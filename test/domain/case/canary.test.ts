import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterOf } from '#channels/words/letter.ts';
import { calendar } from '#domain/calendar.ts';
import {
  canaryId,
  canaryReport,
  isCanaryPost,
  lossCode,
  lostAt,
  stations,
} from '#domain/case/canary.ts';
import { setOff } from '#domain/case/canary-round.ts';
import { fold } from '#domain/case/evolve.ts';
import { sweep } from '#domain/case/sweep.ts';
import { noticesOf } from '#domain/notice.ts';
import { canaryProcedure } from '#domain/procedures/canary.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { recordAfter } from '#domain/statistics-projection.ts';
import { fromEpoch, type Instant, plusHours } from '#domain/time.ts';
import { moment, officer, postId, province, vn } from '../../support/builders.ts';

const now = vn('2026-02-16 23:50');
const known = { ...moment(now, officer('ADMINISTRATOR', 'VN')), calendar: calendar(1, [], []) };
const id = canaryId(province);
const facts = setOff(undefined, province, known);
const first = fold(undefined, facts, id);

describe('a canary', () => {
  it('has one duty, due in a minute, of which no calendar knows', () => {
    expect(facts.map(({ type }) => type)).toEqual(['CanarySetOff', 'DeadlineSet']);
    expect(first.deadlines).toEqual([
      expect.objectContaining({ rule: 'P00', status: 'PLANNED', dueAt: plusHours(now, 1 / 60) }),
    ]);
    expect(first).toMatchObject({ id, canary: true, synthetic: true });
  });

  it('has another duty after each round, and never two', () => {
    const later = { ...known, now: plusHours(now, 1 / 4) };
    // As after a commit: what a fact starts is named by the commit it came with.
    const again = fold({ ...first, seq: 1 }, setOff({ ...first, seq: 1 }, province, later), id);
    expect(again.deadlines.map(({ triggerSeq }) => triggerSeq)).toEqual([2]);
    expect(again.deadlines[0]?.dueAt).toBe(plusHours(later.now, 1 / 60));
  });

  it('is told once, to a post of its own, by the ladder all others climb', () => {
    const late = { ...known, now: plusHours(now, 1000), procedures: [canaryProcedure] };
    const swept = sweep(first, late);
    expect(swept.map(({ type }) => type)).toEqual(['BreachRecorded']);
    const event = { caseId: id, caseCode: first.code, seq: 2, emergency: false, facts: swept };
    const notices = noticesOf(event);
    expect(notices.map(({ post }) => isCanaryPost(post))).toEqual([true]);
    const told = fold(first, swept, id);
    expect(sweep(told, late)).toEqual([]);
    expect(told.deadlines[0]?.nextAt).toBeNull();
  });

  it('has a letter like every other, though nobody gets it', () => {
    const swept = sweep(first, {
      ...known,
      now: vn('2026-02-17 00:00'),
      procedures: [canaryProcedure],
    });
    const [notice] = noticesOf({
      caseId: id,
      caseCode: first.code,
      seq: 2,
      emergency: false,
      facts: swept,
    });
    const text = notice && letterOf([notice], 'https://console.test.invalid').text;
    expect(text).toContain('P00');
    expect(text).toContain('23:51 16/02/2026');
  });

  it('leaves no statistical record', () => {
    const event = { caseId: id, synthetic: true, emergency: false, facts };
    expect(recordAfter(undefined, event)).toBeUndefined();
  });

  it('begins with its own fact, and no other case begins with anything but a report', () => {
    const swept = sweep(first, { ...known, now: plusHours(now, 1), procedures: [canaryProcedure] });
    for (const fact of [...facts.slice(1), ...swept])
      expect(() => canaryReport(fact, id)).toThrow(`A case cannot begin with ${fact.type}`);
  });

  it('is named alike for every process, and unlike for every province', () => {
    expect(canaryId('01')).toBe(canaryId('01'));
    expect(canaryId('01')).not.toBe(canaryId('10'));
  });

  it('is told to no post that anybody can be appointed to', () => {
    expect(isCanaryPost({ id: postId('ADMINISTRATOR', 'VN') })).toBe(false);
    expect(isCanaryPost({ id: 'ADMINISTRATOR@VN' })).toBe(false);
  });

  it('has a procedure that is in force nowhere and known to no reader', () => {
    expect(canaryProcedure.territory).toEqual([]);
    expect(procedures.map((each) => each.id)).not.toContain(canaryProcedure.id);
  });
});

describe('the loss of a canary', () => {
  const latest = vn('2026-02-16 12:00');
  const at = fc.option(
    fc
      .integer({ min: -600, max: 600 })
      .map((second) => fromEpoch(Date.parse(latest) + second * 1000)),
  );
  const isInTime = (instant: Instant | null) => instant !== null && instant <= latest;

  it('lies at the first station that it had not passed in time', () => {
    fc.assert(
      fc.property(at, at, at, (swept, projected, delivered) => {
        const passage = { swept, projected, delivered };
        const lost = lostAt(passage, latest);
        const before = lost === undefined ? stations : stations.slice(0, stations.indexOf(lost));
        expect(before.every((station) => isInTime(passage[station]))).toBe(true);
        if (lost !== undefined) expect(isInTime(passage[lost])).toBe(false);
      }),
    );
  });

  it('has a code for each station', () => {
    expect(stations.map(lossCode)).toEqual([
      'canary_not_swept',
      'canary_not_projected',
      'canary_not_delivered',
    ]);
  });
});
