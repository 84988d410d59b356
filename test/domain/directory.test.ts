import { describe, expect, it } from 'vitest';
import { answering } from '#domain/answering.ts';
import { exists, nation, provinceOf, type Role, seatOf } from '#domain/directory.ts';
import { plainDate } from '#domain/time.ts';
import {
  directory,
  home,
  officer,
  post,
  postId,
  province,
  unitOf,
  vn,
} from '../support/builders.ts';

const seat = { commune: home, province };
const idsOf = (role: Role, known = directory()) =>
  answering(known, role, seat, vn('2026-01-05 08:00')).posts.map(({ id }) => id);
const ladder = [
  postId('COMMUNE_WORKER', home),
  postId('COMMUNE_CHAIR', home),
  postId('PROVINCE_SUPERVISOR', province),
  postId('PROVINCE_CHAIR', province),
  postId('MINISTRY_SUPERVISOR', nation),
];

describe('a unit', () => {
  const gone = unitOf('98009', { from: plainDate('2020-01-01'), until: plainDate('2025-07-01') });

  it('exists from its first day to the day before it is gone', () => {
    const days = ['2019-12-31', '2020-01-01', '2025-06-30', '2025-07-01'].map(plainDate);
    expect(days.map((on) => exists(gone, on))).toEqual([false, true, true, false]);
  });

  it('lies in its province, and a province in itself', () => {
    const known = directory();
    const places = [home, province, nation].map((code) => provinceOf(code, known));
    expect(places).toEqual([province, province, nation]);
  });

  it('that nobody knows has no province, and none is made up', () => {
    expect(() => provinceOf('00000', directory())).toThrow('missing');
  });
});

describe('a role', () => {
  it('has its seat in the commune, its province or the nation', () => {
    const at = (role: Role) => seatOf(role, { commune: home, province });
    expect(at('COMMUNE_POLICE')).toBe(home);
    expect(at('PROVINCE_CHAIR')).toBe(province);
    expect(at('HOTLINE_111')).toBe(nation);
  });

  it('is answered for by every post of it that is manned', () => {
    const second = post('COMMUNE_WORKER', home, 'second worker');
    const known = directory({ more: [second] });
    expect(idsOf('COMMUNE_WORKER', known)).toEqual([ladder[0], second.id]);
    const one = directory({ more: [second], disabled: [second.id] });
    expect(idsOf('COMMUNE_WORKER', one)).toEqual([ladder[0]]);
  });

  it.each([1, 2, 3, 4])('falls through %i empty posts to the next above', (empty) => {
    const vacant = directory({ vacant: ladder.slice(0, empty) });
    expect(idsOf('COMMUNE_WORKER', vacant)).toEqual([ladder[empty]]);
    const disabled = directory({ disabled: ladder.slice(0, empty) });
    expect(idsOf('COMMUNE_WORKER', disabled)).toEqual([ladder[empty]]);
  });

  it('is answered for by nobody once the ministry is empty too', () => {
    expect(idsOf('COMMUNE_WORKER', directory({ vacant: ladder }))).toEqual([]);
  });

  it.each([
    ['COMMUNE_POLICE', home, ladder[2]],
    ['HOTLINE_111', nation, ladder[4]],
  ] as const)('%s falls through to the authority over it', (role, where, next) => {
    expect(idsOf(role, directory({ vacant: [postId(role, where)] }))).toEqual([next]);
  });

  it('of analysts and administrators falls to nobody', () => {
    for (const role of ['ANALYST', 'ADMINISTRATOR'] as const)
      expect(idsOf(role, directory({ vacant: [postId(role, nation)] }))).toEqual([]);
  });
});

describe('an officer of the demo directory', () => {
  it('holds the post that the directory knows', () => {
    const [held] = officer('COMMUNE_CHAIR', home).posts;
    expect(directory().posts.find(({ id }) => id === held?.id)).toMatchObject({ ...held });
  });
});
