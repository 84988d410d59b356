import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vietnam } from '#domain/calendars/vietnam.ts';
import type { Role } from '#domain/directory.ts';
import { rungAt } from '#domain/escalation.ts';
import { type Ladder, type LadderSpan, ladderUnits, type Rung, rungKinds } from '#domain/ladder.ts';
import {
  type LadderDraft,
  type LaddersDraft,
  type ProvincialLadder,
  provincialLadders,
  type RungDraft,
  readLadders,
} from '#domain/ladder-import.ts';
import { defaultLadders } from '#domain/ladders/registry.ts';
import { fromEpoch, plainDate, toEpoch } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { vn } from '../support/builders.ts';

const today = plainDate('2026-03-02');
const nowhere = { share: null, before: null, after: null };

function draftOfRung({ id, kind, at, tell }: Rung): RungDraft {
  return { id, kind, tell, ...nowhere, ...at };
}

function draftOf(name: ProvincialLadder, { rungs, hold }: Ladder = usual(name)): LadderDraft {
  const of = (each: Ladder['hold']['NAMED']) => ({ by: null, ...each });
  return {
    name,
    rungs: rungs.map(draftOfRung),
    named: of(hold.NAMED),
    anonymous: of(hold.ANONYMOUS),
  };
}

const usual = (name: ProvincialLadder): Ladder => defaultLadders.ladders[name];
const span = (unit: LadderSpan['unit'], count: number): LadderSpan => ({ unit, count });

function read(ladders: readonly LadderDraft[], more: Partial<LaddersDraft> = {}) {
  const draft = { province: '98', revision: 1, validFrom: today, document: '12/QĐ', ladders };
  return readLadders({ ...draft, ...more }, { over: defaultLadders, today });
}

function problems(ladders: readonly LadderDraft[], more: Partial<LaddersDraft> = {}) {
  const found = read(ladders, more);
  return 'problems' in found
    ? found.problems.map(({ code, field }) => [code, field.join('.')])
    : [];
}

type Change = (rungs: RungDraft[]) => readonly RungDraft[];
const changed = (name: ProvincialLadder, change: Change): LadderDraft => ({
  ...draftOf(name),
  rungs: change([...draftOf(name).rungs]),
});
const withRung = (at: number, more: Partial<RungDraft>): Change => {
  return (rungs) => rungs.map((rung, index) => (index === at ? { ...rung, ...more } : rung));
};

describe('ladders of a province', () => {
  it('that repeat the default are taken, and so are none at all', () => {
    expect(problems(provincialLadders.map((name) => draftOf(name)))).toEqual([]);
    expect(read([])).toMatchObject({
      policy: { id: '98/1', province: '98', revision: 1, ladders: defaultLadders.ladders },
    });
  });

  it('may tell earlier and more', () => {
    const sooner = withRung(2, { id: '+5m', after: span('MINUTES', 5) });
    const more: Change = (rungs) => [
      ...sooner(rungs),
      {
        id: '+8h',
        kind: 'ESCALATION',
        tell: ['MINISTRY_SUPERVISOR'],
        ...nowhere,
        after: span('HOURS', 8),
      },
    ];
    const found = read([changed('EMERGENCY', more)]);
    expect(found).toMatchObject({ policy: { ladders: { ROUTINE: usual('ROUTINE') } } });
    expect('policy' in found && found.policy.ladders.EMERGENCY.rungs.map(({ id }) => id)).toEqual([
      '3/4',
      'due',
      '+5m',
      '+6h',
      '+8h',
    ]);
  });

  it.each<[string, readonly LadderDraft[], string, string, Partial<LaddersDraft>?]>([
    ['a day that is over', [], 'PAST_DAY', 'validFrom', { validFrom: plainDate('2026-03-01') }],
    [
      'a ladder twice',
      [draftOf('ROUTINE'), draftOf('ROUTINE')],
      'LADDER_REPEATED',
      'ladders.1.name',
    ],
    [
      'a rung nowhere',
      [changed('ROUTINE', withRung(2, nowhere))],
      'PLACE_UNCLEAR',
      'ladders.0.rungs.2',
    ],
    [
      'a rung at two places',
      [changed('ROUTINE', withRung(2, { share: 0.5 }))],
      'PLACE_UNCLEAR',
      'ladders.0.rungs.2',
    ],
    [
      'a share of more than all',
      [changed('ROUTINE', withRung(0, { share: 1.5 }))],
      'SHARE_OUT_OF_RANGE',
      'ladders.0.rungs.0.share',
    ],
    [
      'a breach before the end',
      [changed('ROUTINE', withRung(1, { share: 0.9 }))],
      'SHARE_OUT_OF_RANGE',
      'ladders.0.rungs.1.share',
    ],
    [
      'half a day',
      [changed('ROUTINE', withRung(2, { after: span('WORKING_DAYS', 0.5) }))],
      'SPAN_OUT_OF_RANGE',
      'ladders.0.rungs.2.after',
    ],
    [
      'no time at all',
      [changed('ROUTINE', withRung(2, { after: span('MINUTES', 0) }))],
      'SPAN_OUT_OF_RANGE',
      'ladders.0.rungs.2.after',
    ],
    [
      'an escalation before the end',
      [changed('ROUTINE', withRung(2, { ...nowhere, before: span('HOURS', 1) }))],
      'PLACE_UNFIT',
      'ladders.0.rungs.2.before',
    ],
    [
      'no breach',
      [changed('ROUTINE', (all) => all.toSpliced(1, 1))],
      'BREACH_UNIQUE',
      'ladders.0.rungs',
    ],
    [
      'two breaches',
      [
        changed(
          'ROUTINE',
          ([a, b, ...rest]) => [a, b, { ...b, id: 'again' }, ...rest] as RungDraft[],
        ),
      ],
      'BREACH_UNIQUE',
      'ladders.0.rungs',
    ],
    [
      'escalations in the wrong order',
      [changed('ROUTINE', ([a, b, c, d]) => [a, b, d, c] as RungDraft[])],
      'OUT_OF_ORDER',
      'ladders.0.rungs.3',
    ],
    [
      'an order that hangs on the calendar',
      [changed('ROUTINE', withRung(2, { after: span('WORKING_HOURS', 4) }))],
      'OUT_OF_ORDER',
      'ladders.0.rungs.3',
    ],
    [
      'a reminder by a share after one by a span',
      [
        changed('ROUTINE', (all) => [
          { ...(all[0] as RungDraft), ...nowhere, id: '-1d', before: span('WORKING_DAYS', 1) },
          ...all,
        ]),
      ],
      'OUT_OF_ORDER',
      'ladders.0.rungs.1',
    ],
    [
      'an id twice',
      [changed('ROUTINE', withRung(3, { id: '+1d' }))],
      'RUNG_REPEATED',
      'ladders.0.rungs.3.id',
    ],
    [
      'nobody told',
      [changed('ROUTINE', withRung(2, { tell: [] }))],
      'NOBODY_TOLD',
      'ladders.0.rungs.2.tell',
    ],
    [
      'an analyst told',
      [changed('ROUTINE', withRung(2, { tell: ['PROVINCE_SUPERVISOR', 'ANALYST'] }))],
      'ROLE_UNFIT',
      'ladders.0.rungs.2.tell.1',
    ],
    [
      'somebody told later',
      [changed('EMERGENCY', withRung(2, { after: span('MINUTES', 16) }))],
      'TOLD_LATER',
      'ladders.0.rungs.2',
    ],
    [
      'an emergency in working time',
      [changed('EMERGENCY', withRung(3, { after: span('WORKING_HOURS', 6) }))],
      'TOLD_LATER',
      'ladders.0.rungs.3',
    ],
    [
      'a role left out',
      [changed('EMERGENCY', withRung(1, { tell: ['COMMUNE_WORKER', 'COMMUNE_CHAIR'] }))],
      'TOLD_LESS',
      'ladders.0.rungs',
    ],
    [
      'a hold of two hours and a minute',
      [{ ...draftOf('EMERGENCY'), named: { effect: 'SLOWS', by: span('MINUTES', 121) } }],
      'HOLD_LONGER',
      'ladders.0.named',
    ],
    [
      'an end of the climb',
      [{ ...draftOf('EMERGENCY'), named: { effect: 'STOPS', by: null } }],
      'HOLD_LONGER',
      'ladders.0.named',
    ],
    [
      'a hold of no length',
      [{ ...draftOf('EMERGENCY'), named: { effect: 'SLOWS', by: null } }],
      'HOLD_UNCLEAR',
      'ladders.0.named',
    ],
    [
      'a link that stops',
      [{ ...draftOf('EMERGENCY'), anonymous: { effect: 'STOPS', by: null } }],
      'ANONYMOUS_STOPS',
      'ladders.0.anonymous',
    ],
    [
      'a link that holds longer than a name',
      [{ ...draftOf('ROUTINE'), named: { effect: 'SLOWS', by: span('HOURS', 11) } }],
      'ANONYMOUS_LONGER',
      'ladders.0.anonymous',
    ],
    [
      'an emergency slower than a routine duty',
      [changed('ROUTINE', withRung(2, { after: span('MINUTES', 14) }))],
      'EMERGENCY_SLOWER',
      'ladders',
    ],
  ])('are refused for %s, with the path', (_, ladders, ...[code, field, more]) => {
    expect(problems(ladders, more)).toContainEqual([code, field]);
  });
});

describe('ladders that are taken', () => {
  const spans = fc.record({
    unit: fc.constantFrom(...ladderUnits),
    count: fc.integer({ min: 1, max: 24 }),
  });
  const roles: readonly Role[] = ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR', 'MINISTRY_SUPERVISOR'];
  const extra = fc.record({ after: spans, role: fc.constantFrom(...roles), at: fc.nat(3) });
  const start = toEpoch(vn('2026-01-01 00:00'));

  const tellings = (rungs: readonly Rung[], kind: Rung['kind'], role: Role) =>
    rungs.flatMap((rung, at) => (rung.kind === kind && rung.tell.includes(role) ? [at] : []));

  const drafts = fc
    .record({
      name: fc.constantFrom(...provincialLadders),
      more: fc.array(extra, { maxLength: 2 }),
      moved: fc.option(spans, { nil: undefined }),
    })
    .map(({ name, more, moved }) => {
      const added = more.map(({ after, role, at }, index) => {
        const rung = { id: `more${index}`, kind: 'ESCALATION', tell: [role] } as const;
        return { at, rung: { ...rung, ...nowhere, after } };
      });
      return changed(name, (rungs) =>
        added.reduce<readonly RungDraft[]>(
          (all, { at, rung }) => all.toSpliced(2 + (at % (all.length - 1)), 0, rung),
          moved === undefined ? rungs : withRung(2, { after: moved })(rungs),
        ),
      );
    });
  const climbs = fc
    .record({
      at: fc.integer({ min: 0, max: 300 * 24 * 60 }),
      length: fc.integer({ min: 1, max: 40_000 }),
    })
    .map(({ at, length }) => ({
      from: fromEpoch(start + at * 60_000),
      dueAt: fromEpoch(start + (at + length) * 60_000),
    }));

  it('tell every role as often as the default and never later, on every way through every calendar', () => {
    let taken = 0;
    const law = fc.property(drafts, climbs, (draft, climb) => {
      const found = read([draft]);
      if (!('policy' in found)) return;
      taken += 1;
      const timesOf = (rungs: readonly Rung[]) =>
        rungs.map((_, rung) => rungAt(rungs, rung, climb, vietnam) ?? '');
      const { rungs } = found.policy.ladders[draft.name];
      const than = usual(draft.name).rungs;
      const [times, usually] = [timesOf(rungs), timesOf(than)];
      expect([...times].sort()).toEqual(times);
      for (const kind of rungKinds)
        for (const role of new Set(than.flatMap(({ tell }) => tell))) {
          const here = tellings(rungs, kind, role).map((rung) => times[rung] ?? '~');
          const there = tellings(than, kind, role).map((rung) => usually[rung] ?? '');
          expect(there.filter((instant, at) => (here[at] ?? '~') > instant)).toEqual([]);
        }
    });
    fc.assert(law, { numRuns: tried(3_000) });
    // The law says nothing where everything is refused.
    expect(taken).toBeGreaterThan(50);
  });
});
