import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { type CaseSeen, type Officer, officer, type Payload, post, report } from './http.ts';

const unitList = process.env['ADMIN_UNITS_CSV'];

/** Stories in official communes; without the official list they are skipped and say what is missing. */
export const describeOfficial = (title: string, stories: () => void): void => {
  const said = unitList === undefined ? `${title} (skipped: set ADMIN_UNITS_CSV)` : title;
  describe.skipIf(unitList === undefined)(said, stories);
};

/** Imports the official units into an empty sandbox. */
export async function importOfficialUnits(origin: string): Promise<void> {
  const administrator = await officer(origin, 'ADMINISTRATOR');
  const document = `mutation ($input: ImportUnitsInput!) {
    importUnits(input: $input) { added userErrors { code } } }`;
  const csv = readFileSync(unitList ?? '', 'utf8');
  await administrator.administer(document, { input: { csv } });
}

/** A case followed through its acts; each act is done on the version last seen. */
export type Followed = {
  readonly id: string;
  readonly does: (by: Officer, act: string, input?: object) => Promise<CaseSeen>;
  readonly refused: (by: Officer, act: string, input?: object) => Promise<string | undefined>;
};

/** Receives a report and follows its case. */
export async function receive(by: Officer, unit: string, at: string, more: object = {}) {
  const opened = await by.does('receiveReport', { ...report(unit, local(at)), ...more });
  return follow(opened);
}

/** Follows a case that somebody else opened. */
export function follow(opened: { readonly id: string; readonly version: number }): Followed {
  let { version } = opened;
  const tries = async (by: Officer, act: string, input: object = {}): Promise<Payload> => {
    const isSide = [
      'acknowledge',
      'addNote',
      'addReport',
      'recordDisclosure',
      'withdrawConsent',
      'recordSubjectRequest',
      'answerSubjectRequest',
    ].includes(act);
    const expected = isSide ? {} : { expectedVersion: version };
    const payload = await by.tries(act, { caseId: opened.id, ...expected, ...input });
    version = payload.case?.version ?? version;
    return payload;
  };
  return {
    id: opened.id,
    does: async (by, act, input) => {
      const { case: after, userErrors } = await tries(by, act, input);
      expect(userErrors).toEqual([]);
      if (after === null) throw new Error(`${act} left nothing to see`);
      return after;
    },
    refused: async (by, act, input) => (await tries(by, act, input)).userErrors[0]?.code,
  };
}

/** An instant in Vietnam, written `2026-03-09 08:00`. */
export function local(text: string): string {
  return `${text.replace(' ', 'T')}:00+07:00`;
}

/** The same instant as the API writes it. */
export function utc(text: string): string {
  return new Date(local(text)).toISOString();
}

/** What a machine client of the sandbox acts by. */
export async function machineToken(origin: string, id: string): Promise<string> {
  const { json } = await post(`${origin}/oauth/token`, {
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: `${id}-secret`,
  });
  return (json as { access_token: string }).access_token;
}

/** The open deadlines of a case: rule, end, status. */
export function ends(of: CaseSeen): readonly (readonly [string, string | null, string])[] {
  return of.deadlines.map(({ rule, dueAt, status }) => [rule, dueAt, status] as const);
}
