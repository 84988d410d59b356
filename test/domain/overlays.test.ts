import { describe, expect, it } from 'vitest';
import { letterOf } from '#channels/words/letter.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { nation } from '#domain/directory.ts';
import { inForce, overlayInForce } from '#domain/in-force.ts';
import { startsIn, strictnessOf } from '#domain/overlay-strictness.ts';
import { limitOf, type Procedure, rules } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { overlays } from '#domain/procedures/overlays.ts';
import { adopted, adoptions, procedures } from '#domain/procedures/registry.ts';
import { plainDate } from '#domain/time.ts';
import { vn } from '../support/builders.ts';

const overIn = (unit: string, day: string, all = procedures, province = unit.slice(0, 2)) =>
  overlayInForce(all, decree56.id, [unit, province, nation], plainDate(day))?.id;

describe('the local procedures', () => {
  it('are local in every limit, and the decree is in none', () => {
    const isLocal = ({ limits }: Procedure) => limits.map(({ local }) => local ?? false);
    expect(new Set(overlays.flatMap(isLocal))).toEqual(new Set([true]));
    expect(new Set(isLocal(decree56))).toEqual(new Set([false]));
  });

  it('lie over a statute, which has what they stand beside', () => {
    for (const { over, limits } of overlays) {
      const statute = procedures.find(({ id }) => id === over);
      expect(statute?.over).toBeUndefined();
      const beside = limits.flatMap((limit) => limit.beside ?? [limit.id]);
      expect(beside.filter((rule) => statute && !limitOf(statute, rule))).toEqual([]);
    }
  });

  it('say what of them is not known, since none was read whole', () => {
    expect(overlays.filter(({ unconfirmed }) => unconfirmed === undefined)).toEqual([]);
  });

  it('are never the statute of a unit', () => {
    const of = (unit: string) => inForce(procedures, [unit, nation], plainDate('2024-06-01'))?.id;
    expect([of('10123'), of('09550'), of('70'), of('12')]).toEqual(Array(4).fill('ND56/2017'));
  });

  it('follow one another in Quang Trung ward: cut to eight hours, renumbered, and gone with the ward', () => {
    expect(overIn('09550', '2022-07-11', procedures, '01')).toBe('QUANG-TRUNG/QT47-01');
    expect(overIn('09550', '2022-07-12', procedures, '01')).toBe('QUANG-TRUNG/QT47-02');
    expect(overIn('09550', '2024-05-14', procedures, '01')).toBe('QUANG-TRUNG/QT47-02');
    expect(overIn('09550', '2024-05-15', procedures, '01')).toBe('QUANG-TRUNG/QT45');
    expect(overIn('09550', '2025-06-30', procedures, '01')).toBe('QUANG-TRUNG/QT45');
    expect(overIn('09550', '2025-07-01', procedures, '01')).toBeUndefined();
    const counts = overlays.flatMap(({ id, limits }) =>
      id.startsWith('QUANG-TRUNG') ? limits.map(({ within }) => within) : [],
    );
    expect(counts).toEqual([12, 8, 8].map((count) => ({ unit: 'HOURS', count })));
  });

  it('hold in the communes of the city and the province that had them, while those existed', () => {
    expect(overIn('05431', '2025-06-30', procedures, '19')).toBe('THAI-NGUYEN/2349');
    expect(overIn('05914', '2025-06-30', procedures, '19')).toBe('THAI-NGUYEN/2349');
    expect(overIn('05431', '2025-07-01', procedures, '19')).toBeUndefined();
    expect(overIn('25195', '2025-06-30', procedures, '70')).toBe('BINH-PHUOC/1.004946');
    expect(overIn('25195', '2025-07-01', procedures, '75')).toBeUndefined();
    expect(overIn('03385', '2026-03-02', procedures, '12')).toBe('LAI-CHAU/25516');
    const [city] = overlays.filter(({ id }) => id === 'THAI-NGUYEN/2349');
    expect(new Set(city?.territory).size).toBe(32);
  });
});

describe('a successor unit', () => {
  const old: Procedure = {
    ...decree56,
    id: 'OLD',
    over: decree56.id,
    territory: ['98101'],
    validFrom: plainDate('2024-01-01'),
    validUntil: plainDate('2025-07-01'),
  };
  const record = { overlay: 'OLD', by: '98201', from: plainDate('2025-09-01'), policy: '12/NQ' };

  it('inherits nothing from its predecessor without a record', () => {
    expect(overIn('98101', '2025-06-30', [decree56, old])).toBe('OLD');
    for (const day of ['2025-06-30', '2025-07-01', '2026-03-02'])
      expect(overIn('98201', day, [decree56, old])).toBeUndefined();
  });

  it('has what it adopted from the day of the record on, and until its end', () => {
    const until = plainDate('2026-01-01');
    const open = [decree56, ...adopted([old], [record])];
    const ended = [decree56, ...adopted([old], [{ ...record, until }])];
    const days = ['2025-08-31', '2025-09-01', '2025-12-31', '2026-01-01'];
    expect(days.map((day) => overIn('98201', day, open))).toEqual([undefined, 'OLD', 'OLD', 'OLD']);
    expect(days.map((day) => overIn('98201', day, ended))).toEqual([
      ...[undefined, 'OLD', 'OLD'],
      undefined,
    ]);
    expect(overIn('98202', '2025-09-01', open)).toBeUndefined();
  });

  it('has one local procedure at a time, adopted or its own', () => {
    for (const { by, from, overlay } of adoptions) {
      const rivals = procedures.filter(
        (each) => each.over !== undefined && overIn(by, from, [each]) === each.id,
      );
      expect(rivals.map(({ id }) => id)).toEqual([overlay]);
    }
  });

  it('adopts only what there is', () => {
    const known = overlays.map(({ id }) => id);
    expect(adoptions.filter(({ overlay }) => !known.includes(overlay))).toEqual([]);
  });
});

describe('how strict a local limit is', () => {
  const starts = startsIn(2026);
  const judged = (over: Procedure, statute = decree56) =>
    strictnessOf(over, statute, vietnam, starts).map(({ limit, verdict }) => [limit.id, verdict]);

  it('is judged from starts at every hour of every day of the week', () => {
    const hours = new Set(starts.map((at) => (Date.parse(at) / 3_600_000) % (7 * 24)));
    expect(hours.size).toBe(7 * 24);
  });

  it('shows what is stricter, the same, and looser although it looks strict', () => {
    expect(overlays.map((each) => [each.id, ...judged(each)])).toEqual([
      ['BIEN-GIANG/PBG-QT70', ['D02', 'LOOSER'], ['D04', 'LOOSER'], ['D05', 'LOOSER']],
      ['QUANG-TRUNG/QT47-01', ['D05', 'SAME']],
      ['QUANG-TRUNG/QT47-02', ['D05', 'STRICTER']],
      ['QUANG-TRUNG/QT45', ['D05', 'STRICTER']],
      ['BINH-PHUOC/1.004946', ['D05', 'LOOSER']],
      ['THAI-NGUYEN/2349', ['D08', 'SAME']],
      ['LAI-CHAU/25516', ['D07', 'STRICTER']],
    ]);
  });

  it('tells from how many starts: two working hours are stricter by day and looser by night', () => {
    const [bienGiang] = overlays;
    if (bienGiang === undefined) throw new Error('There is no local procedure');
    const d05 = strictnessOf(bienGiang, decree56, vietnam, starts)[2];
    const by = (at: string) => {
      const [, , one] = strictnessOf(bienGiang, decree56, vietnam, [vn(at)]);
      return one?.verdict;
    };
    expect(d05?.earlier).toBeGreaterThan(0);
    expect(d05?.later).toBeGreaterThan(0);
    expect(by('2026-03-02 08:00')).toBe('STRICTER');
    expect(by('2026-03-06 16:30')).toBe('LOOSER');
  });

  it('is beyond the statute where that has no such limit', () => {
    const [bienGiang] = overlays;
    if (bienGiang === undefined) throw new Error('There is no local procedure');
    const verdicts = judged(bienGiang, { ...decree56, limits: [] });
    expect(verdicts.map(([, verdict]) => verdict)).toEqual(Array(3).fill('BEYOND'));
  });

  it('leaves out starts whose year is not reviewed', () => {
    const [found] = strictnessOf(overlays[4] ?? decree56, decree56, vietnam, [
      vn('2026-03-02 08:00'),
      vn('2099-03-02 08:00'),
    ]);
    expect(found?.starts).toBe(1);
  });
});

it('is cited by the letter of a local limit, and not called law', () => {
  const duty = {
    deadline: 'D05.I.1.-.1.0.L',
    rule: rules[3],
    procedure: 'QUANG-TRUNG/QT45',
    dueAt: vn('2026-03-02 16:00'),
  };
  const { text } = letterOf(
    [
      {
        id: 'n1',
        caseId: 'c1',
        caseCode: 'LC-0000001-3',
        kind: 'BREACH',
        post: { id: 'COMMUNE_CHAIR@99005', role: 'COMMUNE_CHAIR', unit: '99005' },
        emergency: true,
        about: vn('2026-03-02 16:00'),
        duty,
      },
    ],
    'https://la-chan.invalid',
  );
  expect(text).toContain('Quy trình của địa phương, không thay thời hạn luật định: QT-45\n');
  expect(text).toContain('A local procedure, which does not replace the limit of the law: QT-45\n');
  expect(text).not.toContain('Căn cứ');
});
