import { describe, expect, it } from 'vitest';
import type { LocalDays } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { isHandedOver } from '#domain/case/case.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { plainDate } from '#domain/time.ts';
import {
  act,
  far,
  home,
  neighbour,
  officer,
  otherProvince,
  postId,
  province,
  vn,
} from '../../support/builders.ts';
import {
  afterCommands,
  caseAt,
  due,
  endings,
  further,
  given,
  lastFacts,
  later,
  only,
  open,
  outcome,
  type Story,
  swept,
  tell,
} from '../../support/given.ts';

const assessed = further(given('2026-03-02 08:00'), [['2026-03-02 10:00', act('assessInitially')]]);
const offered = further(assessed, [['2026-03-03 09:00', act('offerHandover', { to: far })]]);
const accepted = further(offered, [['2026-03-04 09:00', act('acceptHandover')]]);

const whom = (facts: ReturnType<typeof due>) =>
  facts.flatMap((fact) => ('told' in fact ? fact.told.map(({ unit }) => unit) : []));

describe('a hand-over offered', () => {
  it('tells both communes and sets a clock on the answer', () => {
    const [fact] = only(lastFacts(offered), 'HandoverOffered');
    expect(fact?.told.map(({ id }) => id)).toEqual([
      postId('COMMUNE_WORKER', far),
      postId('COMMUNE_CHAIR', far),
      postId('COMMUNE_WORKER', home),
      postId('COMMUNE_CHAIR', home),
    ]);
    expect(fact?.province).toBe(otherProvince);
    expect(open(offered, 'P01')).toMatchObject({
      dueAt: vn('2026-03-05 00:00'),
      subject: far,
      leg: 'RESIDENCE',
    });
  });

  it('leaves the commune of the incident accountable', () => {
    expect(isHandedOver(offered.state)).toBe(false);
    expect(offered.state.residenceLeg.unit).toBe(home);
  });

  it('lets both communes know of duties of the residence leg until it is answered', () => {
    const facts = due(offered, '2026-03-10 00:00').filter(
      (fact) => 'deadline' in fact && fact.deadline.rule === 'D06',
    );
    expect(facts.map(({ type }) => type)).toEqual(['ReminderRecorded', 'BreachRecorded']);
    expect(new Set(whom(facts))).toEqual(new Set([home, far]));
  });

  it('lets only the commune of the incident know of emergency duties', () => {
    const raised = further(offered, [['2026-03-03 10:00', act('raiseEmergency')]]);
    const facts = due(raised, '2026-03-03 22:00').filter(
      (fact) => 'deadline' in fact && fact.deadline.rule === 'D05',
    );
    expect(new Set(whom(facts))).toEqual(new Set([home]));
  });

  it.each([
    ['SAME_COMMUNE', home],
    ['UNIT_UNKNOWN', '00000'],
    ['UNIT_NOT_COMMUNE', province],
  ])('is refused with %s to %s', (refused, to) => {
    expect(outcome(assessed, ['2026-03-03 09:00', act('offerHandover', { to })])).toBe(refused);
  });

  it('is one offer at a time', () => {
    const another = act('offerHandover', { to: neighbour });
    expect(outcome(offered, ['2026-03-03 10:00', another])).toBe('HANDOVER_PENDING');
  });
});

describe('a hand-over accepted', () => {
  it('moves the residence leg alone, under the procedure in force there now', () => {
    expect(accepted.state.residenceLeg).toEqual({
      unit: far,
      province: otherProvince,
      procedure: 'ND56/2017',
      overlay: null,
    });
    expect(accepted.state.incidentLeg.unit).toBe(home);
    expect(accepted.state.offer).toBeNull();
    expect(endings(lastFacts(accepted), 'P01')).toEqual(['MET']);
  });

  it('pins the version of the territory that accepts', () => {
    const [decree] = procedures;
    if (decree === undefined) throw new Error('No procedure');
    const local = {
      ...decree,
      id: 'QD-99/2026',
      territory: [otherProvince],
      validFrom: plainDate('2026-03-01'),
    };
    const setting = { procedures: [decree, local] };
    const entries = afterCommands(
      [
        ['2026-03-02 08:00', act('receiveReport')],
        ['2026-03-02 10:00', act('assessInitially')],
        ['2026-03-03 09:00', act('offerHandover', { to: far })],
        ['2026-03-04 09:00', act('acceptHandover')],
      ],
      setting,
    );
    expect(entries.state.residenceLeg.procedure).toBe('QD-99/2026');
    expect(entries.state.incidentLeg.procedure).toBe('ND56/2017');
  });

  it('keeps the duties that run and their due instants', () => {
    expect(open(accepted, 'D06')).toEqual(open(offered, 'D06'));
  });

  it('lets the new commune alone know of its duties from then on', () => {
    const facts = due(accepted, '2026-03-10 00:00');
    expect(new Set(whom(facts))).toEqual(new Set([far]));
  });

  it('lets the new commune do steps three to six and the old one no more', () => {
    const assess = act('assessNeeds');
    const worker = (where: string) => officer('COMMUNE_WORKER', where);
    expect(outcome(accepted, ['2026-03-05 09:00', assess, worker(far)])).toBe('DONE');
    expect(outcome(accepted, ['2026-03-05 09:00', assess, worker(home)])).toBe('NOT_ALLOWED');
    const isolate = act('orderIsolation');
    const chair = officer('COMMUNE_CHAIR', home);
    expect(outcome(accepted, ['2026-03-05 09:00', isolate, chair])).toBe('DONE');
  });

  it('can be handed on from there, also back', () => {
    const back = later(accepted, act('offerHandover', { to: home }));
    expect(isHandedOver(later(back, act('acceptHandover')).state)).toBe(false);
  });
});

const holiday = (on: string) => ({
  on: plainDate(on),
  kind: 'HOLIDAY' as const,
  name: { vi: 'Ngày hội (giả định)', en: 'a day made up' },
  source: 'QĐ 7',
  status: 'CONFIRMED' as const,
});

describe('a case between communes with days of their own', () => {
  const festive = (on: string): LocalDays => ({
    rows: new Map([[plainDate(on), holiday(on)]]),
  });
  const locals = new Map([[far, festive('2026-03-06')]]);
  const setting = { calendar: { ...vietnam, locals } };
  // Form 02 on Monday 2 March: five working days, to the end of the 9th.
  const here = further(caseAt('NEEDS_ASSESSMENT', setting), [
    ['2026-03-03 09:00', act('offerHandover', { to: far })],
  ]);
  const dueOf = (story: Story) => open(story, 'D06')?.dueAt;

  it('goes by the days of the commune that owes a duty, from when it owes it', () => {
    const there = further(here, [['2026-03-03 10:00', act('acceptHandover')]]);
    expect([dueOf(here), dueOf(there)]).toEqual([vn('2026-03-10 00:00'), vn('2026-03-11 00:00')]);
    expect(only(lastFacts(there), 'DeadlineMoved')).toMatchObject([
      { why: 'HANDED_OVER', deadline: { rule: 'D06' }, planning: 1 },
    ]);
    const back = later(later(there, act('offerHandover', { to: home })), act('acceptHandover'));
    expect(dueOf(back)).toBe(vn('2026-03-10 00:00'));
  });

  const accept = act('acceptHandover');
  const missed = { dueAt: vn('2026-03-11 00:00'), breachedAt: vn('2026-03-10 00:00') };

  it('leaves what the commune before let pass, on record in time or only now', () => {
    const recorded = further(swept(here, '2026-03-10 00:00'), [['2026-03-10 08:00', accept]]);
    expect(open(recorded, 'D06')).toMatchObject(missed);
    const unrecorded = further(here, [['2026-03-10 00:00', accept]]);
    expect(open(unrecorded, 'D06')).toMatchObject(missed);
    const ofD06 = lastFacts(unrecorded).filter(
      (fact) => 'deadline' in fact && fact.deadline.rule === 'D06',
    );
    expect(ofD06.map(({ type }) => type)).toEqual([
      'ReminderRecorded',
      'BreachRecorded',
      'DeadlineMoved',
    ]);
    expect(new Set(whom(ofD06))).toEqual(new Set([home, far]));
    expect(due(unrecorded, '2026-03-10 00:01')).toEqual([]);
  });

  it('says of a hand-over written down late what was missed before it, and no more', () => {
    const inTime = act('acceptHandover', { happenedAt: vn('2026-03-09 23:59') });
    const late = act('acceptHandover', { happenedAt: vn('2026-03-10 00:00') });
    const entered = (command: typeof accept) => further(here, [['2026-03-10 09:00', command]]);
    expect(open(entered(inTime), 'D06')).toMatchObject({ ...missed, breachedAt: null });
    expect(open(entered(late), 'D06')).toMatchObject(missed);
  });

  it('has nothing missed by a calendar that no longer holds', () => {
    const newer = { ...vietnam, revision: vietnam.revision + 1 };
    const calendar = { ...newer, locals: new Map([[home, festive('2026-03-09')]]) };
    const there = further({ ...here, setting: { calendar } }, [['2026-03-10 00:00', accept]]);
    const missedNow = only(lastFacts(there), 'BreachRecorded').map(({ deadline }) => deadline.rule);
    // The answer to the offer was late by either; the end of D06 is for the tick to move first.
    expect(missedNow).toEqual(['P01']);
  });

  it('lets those who have seen a breach wait for a working day of their own', () => {
    const there = further(here, [['2026-03-03 10:00', act('acceptHandover')]]);
    const late = swept(there, '2026-03-11 00:00');
    const calendar = { ...vietnam, locals: new Map([[far, festive('2026-03-12')]]) };
    const open06 = open(late, 'D06');
    const seen = act('acknowledge', { deadline: open06 ? deadlineId(open06) : '' });
    const chair = officer('COMMUNE_CHAIR', far);
    const told = further({ ...late, setting: { calendar } }, [['2026-03-11 15:00', seen, chair]]);
    expect(open(told, 'D06')?.nextAt).toBe(vn('2026-03-14 00:00'));
  });
});

describe('a commune named by the province', () => {
  const supervisor = officer('PROVINCE_SUPERVISOR', province);
  const name = act('assignCommune', { to: home, leg: 'RESIDENCE' });

  it('may be the one that answers already, but only where that was asked', () => {
    const asked = further(offered, [['2026-03-04 09:00', act('declineHandover')]]);
    const worker = act('assignWorker', {
      post: postId('COMMUNE_WORKER', home),
      leg: 'RESIDENCE',
    });
    const named = further(asked, [
      ['2026-03-04 10:00', worker],
      ['2026-03-04 11:00', name, supervisor],
    ]);
    expect(endings(lastFacts(named), 'P03')).toEqual(['MET']);
    expect(named.state.workers).toEqual({ RESIDENCE: postId('COMMUNE_WORKER', home) });
    expect(outcome(named, ['2026-03-04 12:00', name, supervisor])).toBe('SAME_COMMUNE');
  });
});

describe('a hand-over declined', () => {
  const declined = further(offered, [['2026-03-05 00:00', act('declineHandover')]]);

  it('leaves everything with the commune of the incident and may be late', () => {
    expect(declined.state).toMatchObject({ offer: null, declinedBy: [far] });
    expect(declined.state.residenceLeg.unit).toBe(home);
    expect(endings(lastFacts(declined), 'P01')).toEqual(['MET_LATE']);
  });

  it('leaves the way open to ask another', () => {
    const next = later(declined, act('offerHandover', { to: neighbour }));
    expect(open(next, 'P01')?.subject).toBe(neighbour);
  });
});

describe('an answer without an offer', () => {
  it('is refused', () => {
    // Who may answer stands to the offer, so without one the table already says no.
    const chair = officer('COMMUNE_CHAIR', far);
    for (const answer of [act('acceptHandover'), act('declineHandover')])
      expect(outcome(assessed, ['2026-03-03 10:00', answer, chair])).toBe('NOT_ALLOWED');
  });

  it('is the business of the commune asked, not of its neighbour', () => {
    const chair = officer('COMMUNE_CHAIR', neighbour);
    expect(outcome(offered, ['2026-03-03 10:00', act('acceptHandover'), chair])).toBe(
      'NOT_ALLOWED',
    );
  });

  it('needs a procedure in force where it is accepted', () => {
    const local = procedures.map((each) => ({ ...each, validUntil: plainDate('2026-03-04') }));
    const story = { ...offered, setting: { procedures: local } };
    expect(outcome(story, ['2026-03-04 09:00', act('acceptHandover')])).toBe('PROCEDURE_UNKNOWN');
  });
});

describe('the worker of a leg', () => {
  const assign = (post: string, leg: 'INCIDENT' | 'RESIDENCE') =>
    act('assignWorker', { post, leg });
  const worker = postId('COMMUNE_WORKER', far);

  it('is named by the chair of the commune that answers for the leg', () => {
    const chair = officer('COMMUNE_CHAIR', far);
    const now = vn('2026-03-05 09:00');
    const story = tell(accepted, assign(worker, 'RESIDENCE'), { now, by: chair });
    expect(story.state.workers).toEqual({ RESIDENCE: worker });
  });

  it('is not named by the chair of the other commune', () => {
    const chair = officer('COMMUNE_CHAIR', home);
    const entry = ['2026-03-05 09:00', assign(worker, 'RESIDENCE'), chair] as const;
    expect(outcome(accepted, entry)).toBe('NOT_ALLOWED');
  });

  it.each([
    ['no such post', 'nobody'],
    ['a post of another commune', worker],
    ['a post that is no worker', postId('COMMUNE_CHAIR', home)],
  ])('is not %s', (_, post) => {
    const at = '2026-03-02 20:00';
    expect(outcome(caseAt('PLAN_DRAFTING'), [at, assign(post, 'INCIDENT')])).toBe('POST_UNKNOWN');
  });
});
