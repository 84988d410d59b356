import { expect } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { local } from './followed.ts';
import { inbox, moveClock, type Officer, officer, startSandbox } from './http.ts';

/** Two made-up communes of a second made-up province, beside those every sandbox has. */
export const beyond = { province: '98', communes: ['98001', '98002'] } as const;

/** A mail as the catcher shows it. */
export type MailSeen = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
};

/** An open deadline with what explains it. */
export type Explained = {
  readonly id: string;
  readonly rule: string;
  readonly unitCode: string;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly breachedAt: string | null;
  readonly account: { readonly vi: string; readonly en: string };
  readonly explanation: readonly {
    readonly from: string;
    readonly to: string;
    readonly counts: boolean;
    readonly reason: string;
    readonly source: string | null;
  }[];
};

/** Two provinces and their officers around a sandbox whose clock stands at a time on the wall. */
export type Office = {
  readonly sandbox: Sandbox;
  readonly origin: string;
  /** The officer of a role in a unit, signed in. */
  readonly by: (role: string, unit?: string) => Promise<Officer>;
  /** Moves the clock to a time on the wall. */
  readonly to: (wall: string) => Promise<string>;
  /** What a post was told of a case: kind and rule, oldest first. */
  readonly told: (post: string, caseCode: string) => Promise<readonly string[]>;
  /** The mails a post got about a case, oldest first. */
  readonly mails: (post: string, caseCode: string) => Promise<readonly MailSeen[]>;
};

/** Opens a sandbox with a second province, whose posts are held from the start like those of the first. */
export async function openOffice(wall: string): Promise<Office> {
  const sandbox = await startSandbox({ clock: Date.parse(local(wall)) });
  const { origin } = sandbox;
  await foundBeyond(origin);
  const held = new Map<string, Promise<Officer>>();
  const by = (role: string, unit?: string) => {
    const post = `${role}@${unit ?? 'VN'}`;
    const found = held.get(post) ?? officer(origin, role, unit);
    held.set(post, found);
    return found;
  };
  for (const role of ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR']) await by(role, beyond.province);
  for (const unit of beyond.communes)
    for (const role of ['COMMUNE_WORKER', 'COMMUNE_CHAIR', 'COMMUNE_POLICE']) await by(role, unit);
  const told = async (post: string, caseCode: string) => {
    const [role = '', unit = ''] = post.split('@');
    const items = await inbox(await by(role, unit === 'VN' ? undefined : unit), post);
    return items
      .filter((item) => item.caseCode === caseCode)
      .map(({ kind, duty }) => (duty === null ? kind : `${kind} ${duty.rule}`));
  };
  const mails = async (post: string, caseCode: string) => {
    const all = (await (await fetch(`${origin}/sandbox/mail`)).json()) as MailSeen[];
    const address = `${post.toLowerCase().replaceAll('_', '-').replace('@', '.')}@demo.invalid`;
    const own = all.filter(({ to, subject }) => to.includes(address) && subject.includes(caseCode));
    return own.toReversed();
  };
  return { sandbox, origin, by, to: (at) => moveClock(origin, local(at)), told, mails };
}

async function foundBeyond(origin: string): Promise<void> {
  const administrator = await officer(origin, 'ADMINISTRATOR');
  const csv = [
    'code,level,name,full_name,parent_code',
    '98,province,Mây Trắng,Tỉnh Mây Trắng,',
    '98001,commune,Suối Xa,Xã Suối Xa,98',
    '98002,commune,Đèo Vắng,Xã Đèo Vắng,98',
  ].join('\n');
  const document = `mutation ($input: ImportUnitsInput!) {
    importUnits(input: $input) { added userErrors { code } } }`;
  const { importUnits } = await administrator.administer<{ importUnits: object }>(document, {
    input: { csv, fictional: true },
  });
  expect(importUnits).toEqual({ added: 3, userErrors: [] });
}

/** An open deadline of a case, explained; its explanation is checked to add up to its end. */
export async function explained(by: Officer, id: string, rule: string): Promise<Explained> {
  const query = `query ($id: ID!) { case(id: $id) { deadlines { id rule unitCode startedAt dueAt
    breachedAt account { vi en } explanation { from to counts reason source } } } }`;
  const data = await by.ask<{ case: { deadlines: Explained[] } }>(query, { id });
  const found = data.case.deadlines.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`No open ${rule}`);
  const edges = [found.startedAt, ...found.explanation.map(({ to }) => to)];
  expect(found.explanation.map(({ from }) => from)).toEqual(edges.slice(0, -1));
  expect(edges.at(-1)).toBe(found.dueAt);
  return found;
}

/** The codes in a list of a unit, and its count. */
export async function listed(
  by: Officer,
  unit: string,
  list = 'OPEN',
  agency: string | null = null,
): Promise<{ readonly count: number; readonly codes: readonly string[] }> {
  const query = `query ($unit: UnitCode!, $list: ListKind!, $agency: ID) {
    cases(unit: $unit, list: $list, agency: $agency, first: 100) { totalCount nodes { code case { id } } } }`;
  type Row = { code: string; case: object | null };
  const { cases } = await by.ask<{ cases: { totalCount: number; nodes: Row[] } }>(query, {
    unit,
    list,
    agency,
  });
  // Whoever may list a case may open it.
  for (const row of cases.nodes) expect(row.case).not.toBeNull();
  expect(cases.nodes).toHaveLength(cases.totalCount);
  return { count: cases.totalCount, codes: cases.nodes.map(({ code }) => code) };
}
