import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageGroupOf, caseCode } from '#domain/case/intake.ts';
import { nation } from '#domain/directory.ts';
import { plainDate } from '#domain/time.ts';
import {
  act,
  directory,
  far,
  home,
  officer,
  otherProvince,
  province,
  unitOf,
  vn,
} from '../../support/builders.ts';
import {
  afterCommands,
  endings,
  factsOf,
  given,
  lastFacts,
  only,
  open,
  outcome,
} from '../../support/given.ts';

const nothing = { state: undefined, commits: [], setting: {} };
const tet = '2026-02-16 22:10';

it('an officer of two communes receives for the one it happened in', () => {
  const posts = [far, home].flatMap((unit) => officer('COMMUNE_WORKER', unit).posts);
  const by = officer('COMMUNE_WORKER', far, { posts });
  const story = afterCommands([[tet, act('receiveReport', { receivedAt: vn(tet) }), by]]);
  expect(story.state.openedBy.unit).toBe(home);
});

describe('a report received on the eve of Tết', () => {
  const story = given(tet);

  it('is received, recorded and forwarded in one act', () => {
    const acts = factsOf(story).filter(({ type }) => !type.startsWith('Deadline'));
    expect(acts.map(({ type }) => type)).toEqual([
      'ReportReceived',
      'ReportRecorded',
      'ReportForwarded',
    ]);
  });

  it('wants Form 02 and the emergency measure by 10:10 the next morning, holiday or not', () => {
    expect(open(story, 'D04')?.dueAt).toBe(vn('2026-02-17 10:10'));
    expect(open(story, 'D05')?.dueAt).toBe(vn('2026-02-17 10:10'));
  });

  it('binds to the measure only once serious harm is found', () => {
    expect(open(story, 'D04')).toMatchObject({ status: 'PLANNED', leg: 'INCIDENT' });
    expect(open(story, 'D05')).toMatchObject({ status: 'CONDITIONAL', nextAt: null });
  });

  it('has met the duties to record and to forward', () => {
    expect(endings(factsOf(story), 'D02')).toEqual(['MET']);
    expect(endings(factsOf(story), 'D03')).toEqual(['MET']);
  });

  it('tells the worker and the chair of the incident commune', () => {
    const [forwarded] = only(factsOf(story), 'ReportForwarded');
    expect(forwarded?.told.map(({ role, unit }) => `${role} ${unit}`)).toEqual([
      `COMMUNE_WORKER ${home}`,
      `COMMUNE_CHAIR ${home}`,
    ]);
  });

  it('pins the procedure in force and names the opener by agency', () => {
    expect(story.state).toMatchObject({
      step: 'INITIAL_ASSESSMENT',
      seq: 1,
      revision: 1,
      code: 'LC-0000001-3',
      receivedAt: vn(tet),
      incidentLeg: { unit: home, province, procedure: 'ND56/2017', overlay: null },
      openedBy: { unit: home, role: 'COMMUNE_WORKER' },
      papers: { IDENTITY: 1, INFORMANT: 1 },
      synthetic: true,
    });
  });

  it('keeps its papers by kind and version, never by content', () => {
    const [recorded] = only(lastFacts(story), 'ReportRecorded');
    expect(recorded?.papers).toEqual([
      { kind: 'IDENTITY', version: 1 },
      { kind: 'INFORMANT', version: 1 },
    ]);
    expect(JSON.stringify(factsOf(story))).not.toContain('Trẻ Thử Nghiệm');
  });
});

describe('a report written down late', () => {
  const receivedAt = vn('2026-03-02 08:00');

  it('counts from the receipt and shows the recording as late', () => {
    const story = afterCommands([['2026-03-02 10:00', act('receiveReport', { receivedAt })]]);
    expect(open(story, 'D04')?.dueAt).toBe(vn('2026-03-02 20:00'));
    expect(endings(factsOf(story), 'D02')).toEqual(['MET_LATE']);
    const breaches = only(factsOf(story), 'BreachRecorded');
    expect(breaches.map(({ about, basis, deadline }) => [deadline.rule, basis, about])).toEqual([
      ['D02', 'POLICY', vn('2026-03-02 10:00')],
    ]);
  });

  it('was with the commune of the incident from the receipt on when it received it itself', () => {
    const story = afterCommands([['2026-03-02 10:00', act('receiveReport', { receivedAt })]]);
    expect(endings(factsOf(story), 'D03')).toEqual(['MET']);
  });

  it('is forwarded late when another office kept it', () => {
    const report = act('receiveReport', { receivedAt });
    const hotline = officer('HOTLINE_111', nation);
    const story = afterCommands([['2026-03-02 10:00', report, hotline]]);
    expect(endings(factsOf(story), 'D03')).toEqual(['MET_LATE']);
  });

  it('takes the instant of Form 01 from paper when it was filled in time', () => {
    const happenedAt = vn('2026-03-02 08:30');
    const report = act('receiveReport', { receivedAt, happenedAt });
    const story = afterCommands([['2026-03-02 12:00', report]]);
    expect(endings(factsOf(story), 'D02')).toEqual(['MET']);
  });
});

describe('who may take a report down', () => {
  const report = act('receiveReport');

  it.each([
    ['COMMUNE_WORKER', far],
    ['COMMUNE_CHAIR', far],
    ['COMMUNE_POLICE', far],
    ['PROVINCE_SUPERVISOR', otherProvince],
    ['HOTLINE_111', 'VN'],
  ] as const)('%s of %s may, for any commune', (role, where) => {
    const by = officer(role, where);
    expect(outcome(nothing, ['2026-03-02 08:00', report, by])).toBe('DONE');
  });

  it.each([
    ['PROVINCE_CHAIR', province],
    ['MINISTRY_SUPERVISOR', 'VN'],
    ['ANALYST', 'VN'],
    ['ADMINISTRATOR', 'VN'],
  ] as const)('%s may not', (role, where) => {
    const by = officer(role, where);
    expect(outcome(nothing, ['2026-03-02 08:00', report, by])).toBe('NOT_ALLOWED');
  });

  it('nobody may through an app that only reads', () => {
    const by = officer('COMMUNE_WORKER', home, { scopes: ['cases:read'] });
    expect(outcome(nothing, ['2026-03-02 08:00', report, by])).toBe('NOT_ALLOWED');
  });
});

describe('a report that cannot be', () => {
  const at = '2026-03-02 08:00';
  const closedCommune = unitOf('98009', { until: plainDate('2025-07-01') });
  const setting = { directory: directory({ units: [closedCommune] }) };

  it.each([
    ['HAPPENED_IN_FUTURE', { receivedAt: vn('2026-03-02 08:01') }],
    ['HAPPENED_IN_FUTURE', { happenedAt: vn('2026-03-02 08:01') }],
    ['HAPPENED_BEFORE_RECEIPT', { happenedAt: vn('2026-03-02 07:59') }],
    ['UNIT_UNKNOWN', { incidentUnit: '00000' }],
    ['UNIT_UNKNOWN', { incidentUnit: '98009' }],
    ['UNIT_UNKNOWN', { residenceUnit: '00000' }],
    ['UNIT_NOT_COMMUNE', { incidentUnit: province }],
    ['PROCEDURE_UNKNOWN', { receivedAt: vn('2017-06-30 23:59') }],
  ])('is refused with %s: %o', (refused, more) => {
    const report = act('receiveReport', more);
    expect(outcome({ ...nothing, setting }, [at, report])).toBe(refused);
  });

  it('is taken for a commune that was still there on the day', () => {
    const receivedAt = vn('2025-06-30 23:00');
    const report = act('receiveReport', { incidentUnit: '98009', receivedAt });
    expect(outcome({ ...nothing, setting }, [at, report])).toBe('DONE');
  });
});

describe('what is counted of a child', () => {
  it.each([
    ['2020-03-03', null, '0-5'],
    ['2020-03-02', null, '6-9'],
    ['2010-03-03', null, '14-15'],
    ['2010-03-02', null, 'OVER_15'],
    ['2027-01-01', null, 'UNKNOWN'],
    [null, 10, '10-13'],
    [null, null, 'UNKNOWN'],
  ])('born %s or about %s is in the group %s', (bornOn, estimatedAge, group) => {
    const born = bornOn === null ? null : plainDate(bornOn);
    const child = { sex: 'UNKNOWN', bornOn: born, estimatedAge } as const;
    expect(ageGroupOf(child, vn('2026-03-02 08:00'))).toBe(group);
  });
});

describe('a case code', () => {
  const digits = (code: string) => code.replaceAll(/\D/g, '');
  const isValid = (typed: string) =>
    caseCode(Number(typed.slice(0, 7))).endsWith(typed.slice(7)) && typed.length === 8;
  const anyCode = fc.integer({ min: 1, max: 9_999_999 }).map((each) => digits(caseCode(each)));

  it('shows one wrong digit', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(7), fc.integer({ min: 1, max: 9 }), (code, at, shift) => {
        const wrong = (Number(code[at]) + shift) % 10;
        expect(isValid(`${code.slice(0, at)}${wrong}${code.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  it('shows two neighbours exchanged', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(6), (code, at) => {
        const [a = '', b = ''] = code.slice(at, at + 2);
        fc.pre(a !== b);
        expect(isValid(`${code.slice(0, at)}${b}${a}${code.slice(at + 2)}`)).toBe(false);
      }),
    );
  });
});
