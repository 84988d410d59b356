import { administrationPath, sender } from '../partner.ts';
import type { CaseSeen, Doer, Seat } from './story.ts';

/** What an act is answered with. */
export type Payload = {
  readonly case: CaseSeen | null;
  readonly caseCode: string | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
};

/** The partner apps of the whole country: everybody's tokens, and what can be asked with them. */
export type Desk = {
  /** Signs somebody in, which puts a demo officer into the post. */
  readonly signIn: (doer: Doer) => Promise<void>;
  readonly act: (by: Doer, name: string, input: object) => Promise<Payload>;
  /** The case as somebody sees it now; nothing when it is not theirs to see. */
  readonly read: (by: Doer, id: string) => Promise<CaseSeen | null>;
  /** Every case of the incident of a case. */
  readonly family: (by: Doer, id: string) => Promise<readonly CaseSeen[]>;
  /** The id behind a case code in the open list of the worker's commune. */
  readonly find: (by: Seat, code: string) => Promise<string | undefined>;
  readonly ask: <Data>(by: Doer, query: string, variables?: object) => Promise<Data>;
  /** Asks at the door of administrators. */
  readonly administer: Desk['ask'];
};

const caseFields = 'id code version step deadlines { id rule dueAt nextTellingAt }';
// A token lives an hour of real time.
const tokenLifeMs = 50 * 60_000;

type Held = { readonly token: Promise<string>; readonly until: number };

/** Opens the desk at a front door. */
export function openDesk(origin: string): Desk {
  const held = new Map<string, Held>();
  const tokenOf = (doer: Doer): Promise<string> => {
    const name = typeof doer === 'string' ? doer : `${doer.role}@${doer.unit ?? ''}`;
    const known = held.get(name);
    if (known !== undefined && known.until > Date.now()) return known.token;
    const token = fetchToken(origin, doer);
    held.set(name, { token, until: Date.now() + tokenLifeMs });
    return token;
  };
  const ask: Desk['ask'] = async (by, query, variables) =>
    sender(origin, await tokenOf(by))(query, variables);
  const administer: Desk['ask'] = async (by, query, variables) =>
    sender(origin, await tokenOf(by), administrationPath)(query, variables);
  return {
    signIn: async (doer) => void (await tokenOf(doer)),
    ask,
    administer,
    act: async (by, name, input) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { act: ${name}(input: $input) {
        replayed caseCode case { ${caseFields} } userErrors { code } } }`;
      return (await ask<{ readonly act: Payload }>(by, document, { input })).act;
    },
    read: async (by, id) => {
      const document = `query ($id: ID!) { case(id: $id) { ${caseFields} } }`;
      return (await ask<{ readonly case: CaseSeen | null }>(by, document, { id })).case;
    },
    family: async (by, id) => {
      const document = `query ($id: ID!) { case(id: $id) { incident { cases { ${caseFields} } } } }`;
      return (await ask<Family>(by, document, { id })).case?.incident.cases ?? [];
    },
    find: (by, code) => findByCode(ask, by, code),
  };
}

/** A token for somebody, from the issuer. */
export async function fetchToken(origin: string, doer: Doer): Promise<string> {
  const form = typeof doer === 'string' ? machine(doer) : demo(doer);
  const body = new URLSearchParams(form);
  const response = await fetch(`${origin}/oauth/token`, { method: 'POST', body });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined) throw new Error(answer.error_description ?? 'No token');
  return answer.access_token;
}

const machine = (id: string) => ({
  grant_type: 'client_credentials',
  client_id: id,
  client_secret: `${id}-secret`,
});

const demo = ({ role, unit }: Seat) => ({
  grant_type: 'demo',
  role,
  ...(unit !== undefined && { unitCode: unit }),
});

type Family = {
  readonly case: { readonly incident: { readonly cases: readonly CaseSeen[] } } | null;
};

type Listed = {
  readonly cases: {
    readonly nodes: readonly { readonly id: string; readonly code: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

async function findByCode(ask: Desk['ask'], by: Seat, code: string): Promise<string | undefined> {
  const document = `query ($unit: UnitCode!, $after: String) {
    cases(unit: $unit, list: OPEN, first: 100, after: $after) {
      nodes { id code } pageInfo { hasNextPage endCursor } } }`;
  let after: string | null = null;
  for (;;) {
    const { cases }: Listed = await ask<Listed>(by, document, { unit: by.unit, after });
    const found = cases.nodes.find((each) => each.code === code);
    if (found !== undefined || !cases.pageInfo.hasNextPage) return found?.id;
    after = cases.pageInfo.endCursor;
  }
}
