/** A partner app on the wire: gets a demo officer's token and sends GraphQL. */
export type Partner = {
  /** Sends a document; throws when the answer holds errors. */
  readonly send: Send;
  /** Sends a document to the door of administrators. */
  readonly administer: Send;
};

type Send = <Answer>(document: string, variables?: object) => Promise<Answer>;

/** Where administrators ask, and those who oversee. */
export const administrationPath = '/administration/graphql';

/** Signs a demo officer in at a sandbox. */
export async function signIn(origin: string, role: string, unitCode?: string): Promise<Partner> {
  const response = await fetch(`${origin}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, ...(unitCode !== undefined && { unitCode }) }),
  });
  const token = (await response.json()) as { access_token?: string; error_description?: string };
  if (token.access_token === undefined) throw new Error(token.error_description ?? 'No token');
  return {
    send: sender(origin, token.access_token),
    administer: sender(origin, token.access_token, administrationPath),
  };
}

/** Sends documents as the bearer of a token. */
export function sender(origin: string, token: string, path = '/graphql'): Send {
  return async <Answer>(query: string, variables: object = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
    if (answer.data === undefined || answer.errors !== undefined)
      throw new Error(answer.errors?.[0]?.message ?? `The answer was ${response.status}`);
    return answer.data;
  };
}

type Payload = {
  readonly case: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
};

/** Does one act and returns the case; throws when it is refused. */
export async function act(
  partner: Partner,
  name: string,
  input: object,
): Promise<NonNullable<Payload['case']>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) {
    ${name}(input: $input) { case { id version } userErrors { code message } }
  }`;
  const answer = await partner.send<Record<string, Payload>>(document, { input });
  const payload = answer[name];
  if (!payload?.case) throw new Error(`${name}: ${payload?.userErrors[0]?.code ?? 'no answer'}`);
  return payload.case;
}
