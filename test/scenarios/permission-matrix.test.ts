import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import { roles } from '#domain/directory.ts';
import { fieldClasses } from '#domain/permission.ts';
import { tabledActs } from '../support/acts.ts';

import { send } from '../support/api.ts';
import {
  cellsOf,
  expectedOf,
  faultOf,
  fieldsOfCase,
  nothingOf,
  partsIn,
  reads,
  shownBy,
  shownIn,
  tokenOfSeat,
} from '../support/matrix.ts';
import { classOfField, mayDo, seesOf, statusFields } from '../support/rights-in-words.ts';
import {
  openStandings,
  type Seated,
  type Standings,
  seated,
  standings,
  tries,
} from '../support/standings.ts';

let stage: Standings;

beforeAll(async () => {
  stage = await openStandings();
});
afterAll(() => stage.api.close());
beforeEach(() => {
  stage.api.reads.length = 0;
});

const idOf = ({ of }: Seated) => stage.cases[of].id;
const seatsOf = (role: string) => seated.filter((seat) => seat.role === role);
const nothing = '{"data":{"case":null}}\n';
/** The fields that are never null on a case for whoever sees their class. */
const ofEveryReport = ['identity', 'sixteenFrom', 'narrative', 'informant', 'perpetrators'];
const lists = [
  'isolations',
  'care',
  'reports.narrative',
  'reports.informant',
  'reports.perpetrators',
];
const isFilled = ({ of }: Seated, field: string) =>
  of === 'apart' || [...ofEveryReport, ...lists].includes(field);
const nameOf = ({ name, of }: Seated) => `${name} (${of})`;

describe('the cells', () => {
  it('are those of every role in every standing, with every act and every part', () => {
    expect(seated).toHaveLength(roles.length * standings.length);
    const [acts, parts] = [cellsOf(seated).length, seated.length * fieldClasses.length];
    expect([acts, parts]).toEqual([10 * 23 * 49, 10 * 23 * 10]);
  });

  it('have each a field: every one of `Case` is of one class or tells how the case stands', () => {
    const known = [...statusFields, ...Object.keys(classOfField)];
    expect(fieldsOfCase.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    const shown = new Set(Object.values(classOfField));
    expect(fieldClasses.filter((part) => !shown.has(part))).toEqual(['STATUS']);
  });

  it('leave no column of the tables untried', () => {
    const stood = new Set(seated.flatMap(({ stands }) => stands));
    expect(stood.size).toBe(9);
  });
});

describe.each(roles)('%s', (role) => {
  it('sees of a case what the tables say, field by field, and nothing where it sees none', async () => {
    for (const seat of seatsOf(role)) {
      const { data, text, errors } = await reads(stage, tokenOfSeat(seat), idOf(seat));
      const sees = seesOf(role, seat.stands);
      const isSeen = sees.includes('STATUS');
      expect([nameOf(seat), errors]).toEqual([nameOf(seat), []]);
      expect([nameOf(seat), text === nothing]).toEqual([nameOf(seat), !isSeen]);
      expect([nameOf(seat), partsIn(data.case)]).toEqual([nameOf(seat), sees.toSorted()]);
      // Only the case that went the whole way has a paper of every kind; on the others what is null proves less.
      const expected = shownBy(sees).filter((field) => isFilled(seat, field));
      const shown = shownIn(data.case).filter((field) => isFilled(seat, field));
      expect([nameOf(seat), shown]).toEqual([nameOf(seat), expected]);
    }
  });

  it('is written down for the parts it opened, and for no other', async () => {
    for (const seat of seatsOf(role).filter(({ of }) => of === 'apart')) {
      stage.api.reads.length = 0;
      await reads(stage, tokenOfSeat(seat), idOf(seat));
      // A status is read by everybody and holds nothing personal; nobody is kept out here, so no note is opened.
      const clear = ['STATUS', 'OVERSIGHT'];
      const opened = seesOf(role, seat.stands).filter((part) => !clear.includes(part));
      const entries = stage.api.reads.map(({ caseId, classes }) => ({
        caseId,
        classes: classes.toSorted(),
      }));
      const expected = { caseId: idOf(seat), classes: opened.toSorted() };
      expect(entries).toEqual(opened.length > 0 ? [expected] : []);
    }
  });

  it('is told for each act whether it can do it and why not, as the tables say', async () => {
    for (const seat of seatsOf(role)) {
      const { data } = await reads(stage, tokenOfSeat(seat), idOf(seat));
      if (data.case === null) continue;
      type Row = { act: string; allowed: boolean; why: string | null };
      const rows: readonly Row[] = data.case.abilities;
      const permitted = rows.filter(({ why }) => why !== 'LACKS_POST').map(({ act }) => act);
      const expected = mayDo(role, seat.stands);
      expect([nameOf(seat), ...permitted.toSorted()]).toEqual([
        nameOf(seat),
        ...expected.toSorted(),
      ]);
      const allowed = rows.filter((row) => row.allowed).map(({ act }) => act);
      expect(allowed).toEqual(rows.filter(({ why }) => why === null).map(({ act }) => act));
      expect(allowed.toSorted()).toEqual(data.case.availableActions.toSorted());
      expect(rows.map(({ act }) => act)).toEqual(laterCommandTypes);
    }
  });

  it('is answered as the tables say when it tries the act: a pairwise part of all cells', async () => {
    const cells = cellsOf(seatsOf(role)).filter(({ seat, act }) => {
      const [of, by] = [
        standings.findIndex((each) => each.name === seat.name),
        roles.indexOf(role),
      ];
      return (of + by + tabledActs.indexOf(act)) % roles.length === 0;
    });
    expect(cells.length).toBeGreaterThan(100);
    const faults = [];
    for (const cell of cells) faults.push(...(await faultOf(stage, cell)));
    expect(faults).toEqual([]);
  });
});

it('each act and each standing meets each role among the cells that are tried', () => {
  const pairs = (one: (cell: { by: number; of: number; act: number }) => string) =>
    new Set(tried().map(one)).size;
  expect(pairs(({ by, act }) => `${by} ${act}`)).toBe(roles.length * tabledActs.length);
  expect(pairs(({ by, of }) => `${by} ${of}`)).toBe(roles.length * standings.length);
  expect(pairs(({ of, act }) => `${of} ${act}`)).toBe(standings.length * tabledActs.length);
});

function tried() {
  return roles.flatMap((_, by) =>
    standings.flatMap((__, of) =>
      tabledActs.flatMap((___, act) =>
        (of + by + act) % roles.length === 0 ? [{ by, of, act }] : [],
      ),
    ),
  );
}

it('an act that is said to be available is refused for what it says, and one that is not for its step', async () => {
  const seat = seatsOf('COMMUNE_CHAIR').find(({ name }) => name === 'the commune of residence');
  if (seat === undefined) throw new Error('The commune of residence has a chair');
  const { data } = await reads(stage, tokenOfSeat(seat), idOf(seat));
  const codes = { HAPPENED_IN_FUTURE: null, NOT_AVAILABLE: 'NOT_NOW', NOT_ALLOWED: 'LACKS_POST' };
  for (const { act, why } of data.case.abilities) {
    if (act === 'breakGlass') continue;
    const attempt = { token: tokenOfSeat(seat), act, on: stage.cases[seat.of] };
    const answer = await tries(stage.api, attempt);
    const code: keyof typeof codes = answer.data[act].userErrors[0].code;
    expect([act, codes[code]]).toEqual([act, why]);
  }
});

it('nothing of all this changed a case', async () => {
  for (const { id, version } of Object.values(stage.cases)) {
    const head = await stage.api.around.ledger.head(id);
    expect(head?.state.revision).toBe(version);
  }
});

it('a case there is not is answered in the same bytes to whoever sees all others', async () => {
  const [seat] = seatsOf('MINISTRY_SUPERVISOR');
  if (seat === undefined) throw new Error('The ministry has a seat');
  const on = { id: 'none', version: 1 };
  for (const act of tabledActs) {
    const answer = await tries(stage.api, { token: tokenOfSeat(seat), act, on });
    expect(answer.text).toBe(nothingOf(act));
  }
  expect(expectedOf(seat, 'acknowledge')).toBe('PERMITTED');
  const { text } = await send(stage.api.serve, tokenOfSeat(seat), '{ case(id: "none") { id } }');
  expect(text).toBe(nothing);
});
