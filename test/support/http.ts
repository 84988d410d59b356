import { openSandbox, type Sandbox, type SandboxOptions } from '../../infra/local/sandbox.ts';

/** What a partner gets back for an act. */
export type Payload = {
  readonly case: CaseSeen | null;
  readonly replayed: boolean;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
    readonly message: string;
    readonly currentVersion: number | null;
  }[];
};

/** The parts of a case the stories look at. */
export type CaseSeen = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly step: string;
  readonly overdue: boolean;
  readonly emergency: boolean;
  readonly handover: string;
  readonly cycle: number;
  readonly residenceLeg: { readonly unitCode: string };
  readonly deadlines: readonly DeadlineSeen[];
};

/** An open deadline as a partner sees it. */
export type DeadlineSeen = {
  readonly id: string;
  readonly rule: string;
  readonly dueAt: string | null;
  readonly status: string;
  readonly breachedAt: string | null;
};

const caseFields = `id code version step overdue emergency handover cycle residenceLeg { unitCode }
  deadlines { id rule dueAt status breachedAt }`;

type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

/** An officer of a sandbox on the wire. */
export type Officer = {
  readonly token: string;
  readonly ask: Ask;
  /** Asks at the door of administrators. */
  readonly administer: Ask;
  /** Does one act on a case as last seen, and gives back the payload whatever it says. */
  readonly tries: (act: string, input: object) => Promise<Payload>;
  /** Does one act that must succeed. */
  readonly does: (act: string, input: object) => Promise<CaseSeen>;
};

/** Opens an empty sandbox inside this process; its doors reach the store near, unless the story is about the wire. */
export function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return openSandbox({
    port: 0,
    clock: Date.parse('2026-01-05T07:30:00+07:00'),
    skip: 0,
    seeded: false,
    near: true,
    onFault: (fault) => {
      throw fault;
    },
    ...options,
  });
}

let keys = 0;

/** A fresh idempotency key. */
export function freshKey(): string {
  keys += 1;
  return `story-key-${process.pid}-${String(keys).padStart(8, '0')}`;
}

/** Posts JSON and answers status and parsed body. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, json: parsed(text), headers: response.headers };
}

function parsed(text: string) {
  try {
    return JSON.parse(text) as never;
  } catch {
    return undefined as never;
  }
}

/** Signs an officer in by the demo grant. */
export async function officer(origin: string, role: string, unitCode?: string): Promise<Officer> {
  const body = { role, ...(unitCode !== undefined && { unitCode }) };
  const { json } = await post(`${origin}/oauth/token`, body);
  return withToken(origin, (json as { access_token: string }).access_token);
}

/** An officer who already has a token. */
export function withToken(origin: string, token: string): Officer {
  const askAt =
    (path: string): Ask =>
    async <Data>(query: string, variables: object = {}): Promise<Data> => {
      const headers = { authorization: `Bearer ${token}` };
      const { json, text } = await post(`${origin}${path}`, { query, variables }, headers);
      const answer = json as { data?: Data; errors?: unknown } | undefined;
      if (answer?.data === undefined || answer.errors !== undefined) throw new Error(text);
      return answer.data;
    };
  const ask = askAt('/graphql');
  const tries = async (act: string, input: object): Promise<Payload> => {
    const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${act}(input: $input) {
      replayed case { ${caseFields} } userErrors { code field message currentVersion } } }`;
    const data = await ask<Record<string, Payload>>(query, {
      input: { idempotencyKey: freshKey(), ...input },
    });
    const payload = data[act];
    if (payload === undefined) throw new Error('No payload');
    return payload;
  };
  return {
    token,
    ask,
    administer: askAt('/administration/graphql'),
    tries,
    does: async (act, input) => {
      const payload = await tries(act, input);
      if (payload.case === null) throw new Error(`${act}: ${JSON.stringify(payload.userErrors)}`);
      return payload.case;
    },
  };
}

/** A report of a made-up child in a commune. */
export function report(incidentUnit: string, receivedAt: string, more: object = {}) {
  return {
    receivedAt,
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit,
    child: { sex: 'FEMALE', estimatedAge: 9, fullName: 'Trẻ Thử Nghiệm' },
    ...more,
  };
}

/** Moves the clock of a sandbox over HTTP. */
export async function moveClock(origin: string, to: string): Promise<string> {
  const { json } = await post(
    `${origin}/sandbox/clock`,
    to.startsWith('P') ? { advance: to } : { to },
  );
  return (json as { now: string }).now;
}

/** A case as an officer sees it now. */
export async function seen(by: Officer, id: string): Promise<CaseSeen> {
  const query = `query ($id: ID!) { case(id: $id) { ${caseFields} } }`;
  const data = await by.ask<{ case: CaseSeen | null }>(query, { id });
  if (data.case === null) throw new Error('The case is not visible');
  return data.case;
}

/** An inbox item as a partner sees it. */
export type NoticeSeen = {
  readonly id: string;
  readonly kind: string;
  readonly caseCode: string;
  readonly about: string;
  readonly writtenAt: string;
  readonly duty: { readonly rule: string; readonly dueAt: string | null } | null;
  readonly email: string;
};

/** The inbox of a post, oldest first. */
export async function inbox(by: Officer, postId: string): Promise<readonly NoticeSeen[]> {
  const query = `query ($post: ID!) { inbox(post: $post, first: 100) {
    nodes { id kind caseCode about writtenAt duty { rule dueAt } email } } }`;
  const data = await by.ask<{ inbox: { nodes: NoticeSeen[] } }>(query, { post: postId });
  return data.inbox.nodes.toReversed();
}

/** A fact of a case's history. */
export type FactSeen = {
  readonly act: string;
  readonly type: string;
  readonly about: string;
  readonly known: string;
  readonly deadline: string | null;
};

/** All facts of a case in order. */
export async function history(by: Officer, id: string): Promise<readonly FactSeen[]> {
  const query = `query ($id: ID!) { case(id: $id) { history(first: 100) {
    nodes { act facts { type about known deadline } } } } }`;
  type Node = { act: string; facts: Omit<FactSeen, 'act'>[] };
  const data = await by.ask<{ case: { history: { nodes: Node[] } } }>(query, { id });
  return data.case.history.nodes.flatMap(({ act, facts }) =>
    facts.map((fact) => ({ act, ...fact })),
  );
}
