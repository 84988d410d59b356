import { createHash, timingSafeEqual } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type Role, roles } from '#domain/directory.ts';
import { type Answer, type Call, jsonAnswer, type Route } from './router.ts';
import { type Bearer, openTokens, tokenSeconds } from './tokens.ts';

/** A machine client as the directory keeps it: never its secret, only the hash. */
export type MachineClient = {
  readonly clientId: string;
  /** SHA-256 of each secret that is good now, in hexadecimal. */
  readonly secrets: readonly { readonly id: string; readonly sha256: string }[];
  /** What it may ask for, separated by spaces. */
  readonly scope: string;
};

type DemoOfficer = { readonly officerId: string; readonly appId: string; readonly scope: string };
type DemoRefusal = { readonly code: string; readonly message: string };
type Login = { readonly officer: string; readonly app: string | undefined };
type Appointment = { readonly role: Role; readonly unitCode?: string };

export type IssuerSettings = {
  readonly issuer: string;
  readonly audience: string;
  readonly keyFile?: string | undefined;
  readonly appointDemoOfficer: (wanted: Appointment) => Promise<DemoOfficer | DemoRefusal>;
  /** An officer of the directory and the app they come through. */
  readonly findOfficer: (wanted: Login) => Promise<DemoOfficer | DemoRefusal>;
  readonly findClient: (clientId: string) => Promise<MachineClient | undefined>;
  /** Notes that a secret was used. */
  readonly noteSecret: (clientId: string, secret: string) => Promise<void>;
};

/** The sandbox's identity provider: its routes, and the check the gateway makes. */
export type Issuer = {
  readonly routes: readonly Route[];
  readonly verify: (authorization: string | undefined) => Promise<JWTPayload | undefined>;
};

type Fields = ReadonlyMap<string, string>;
type Request = { readonly fields: Fields; readonly authorization: string | undefined };
type OAuthRefusal = {
  readonly error: string;
  readonly error_description: string;
  readonly code?: string;
};
type Grant = (request: Request, settings: IssuerSettings) => Promise<Bearer | OAuthRefusal>;

const refuse = (error: string, error_description: string): OAuthRefusal => ({
  error,
  error_description,
});

const unreadable = refuse(
  'invalid_request',
  'Send each parameter once, as a form or as one JSON object of strings.',
);
const unknownGrant = refuse(
  'unsupported_grant_type',
  'grant_type must be client_credentials or demo.',
);
const unknownClient = refuse('invalid_client', 'The client is unknown or its secret is wrong.');
const twoCredentials = refuse(
  'invalid_request',
  'Send the client credentials in the header or in the body, not in both.',
);
const scopeTooWide = refuse('invalid_scope', 'The client may not ask for this scope.');
const unknownRole = refuse('invalid_request', `role must be one of ${roles.join(', ')}.`);
const unclearUnit = refuse('invalid_request', 'unitCode must be 1 to 20 letters, digits or -.');

const jsonFields = (text: string): Fields | undefined => {
  try {
    const fields = Object.entries(JSON.parse(text) as Record<string, unknown>);
    const allText = fields.every(
      (field): field is [string, string] => typeof field[1] === 'string',
    );
    return allText ? new Map(fields as [string, string][]) : undefined;
  } catch {
    return undefined;
  }
};

const formFields = (text: string): Fields | undefined => {
  const parameters = [...new URLSearchParams(text)];
  const fields = new Map(parameters);
  return fields.size === parameters.length ? fields : undefined;
};

// `curl -d '{…}'` labels JSON as a form, so the first character decides, not the label.
const fieldsOf = (body: Buffer): Fields | undefined => {
  const text = body.toString('utf8').trim();
  return text.startsWith('{') ? jsonFields(text) : formFields(text);
};

type Credentials = { readonly id: string; readonly secret: string };

const unescaped = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
};

const basicCredentials = (authorization: string): Credentials | undefined => {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1] ?? '';
  const parts = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8'));
  const id = unescaped(parts?.[1] ?? '');
  const secret = unescaped(parts?.[2] ?? '');
  return id && secret ? { id, secret } : undefined;
};

const credentialsOf = ({ fields, authorization }: Request): Credentials | OAuthRefusal => {
  const id = fields.get('client_id');
  const secret = fields.get('client_secret');
  if (authorization === undefined) return id && secret ? { id, secret } : unknownClient;
  if (secret !== undefined) return twoCredentials;
  return basicCredentials(authorization) ?? unknownClient;
};

/** The id of the secret that was given, if it is one of the client's. */
const secretGiven = (secret: string, client: MachineClient | undefined): string | undefined => {
  const given = createHash('sha256').update(secret).digest();
  const none = { id: '', sha256: '' };
  // An unknown client costs the same comparisons as a wrong secret, and one secret as many as two.
  const [first = none, second = none] = client?.secrets ?? [];
  const matching = [first, second].filter(({ sha256 }) => isDigest(given, sha256));
  return matching[0]?.id;
};

const isDigest = (given: Buffer, sha256: string): boolean => {
  const kept = Buffer.from(sha256, 'hex');
  return timingSafeEqual(given, kept.length === given.length ? kept : Buffer.alloc(given.length));
};

const grantedScope = (wanted: string | undefined, client: MachineClient): string | undefined => {
  const allowed = client.scope.split(' ');
  return (wanted ?? client.scope).split(' ').every((each) => allowed.includes(each))
    ? (wanted ?? client.scope)
    : undefined;
};

const clientCredentials: Grant = async (request, settings) => {
  const credentials = credentialsOf(request);
  if ('error' in credentials) return credentials;
  const client = await settings.findClient(credentials.id);
  const secret = secretGiven(credentials.secret, client);
  if (secret === undefined || !client) return unknownClient;
  const scope = grantedScope(request.fields.get('scope'), client);
  if (scope === undefined) return scopeTooWide;
  await settings.noteSecret(client.clientId, secret);
  return { sub: client.clientId, azp: client.clientId, scope };
};

// What people call these roles when they leave the tier of government out.
const shortNames: Readonly<Record<string, Role>> = {
  WORKER: 'COMMUNE_WORKER',
  CHAIR: 'COMMUNE_CHAIR',
  POLICE: 'COMMUNE_POLICE',
  SUPERVISOR: 'PROVINCE_SUPERVISOR',
  HOTLINE: 'HOTLINE_111',
};

const demoRole = (text: string | undefined): Role | undefined => {
  const name = text
    ?.trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return roles.find((role) => role === name) ?? shortNames[name ?? ''];
};

const bearerOf = (found: DemoOfficer | DemoRefusal): Bearer | OAuthRefusal =>
  'officerId' in found
    ? { sub: found.officerId, azp: found.appId, scope: found.scope }
    : { ...refuse('invalid_grant', found.message), code: found.code };

const demo: Grant = async ({ fields }, settings) => {
  const officer = fields.get('officer');
  if (officer !== undefined)
    return bearerOf(await settings.findOfficer({ officer, app: fields.get('app') }));
  const role = demoRole(fields.get('role'));
  if (!role) return unknownRole;
  const unitCode = fields.get('unitCode') ?? fields.get('unit_code');
  if (unitCode !== undefined && !/^[A-Za-z0-9-]{1,20}$/.test(unitCode)) return unclearUnit;
  const wanted = unitCode === undefined ? { role } : { role, unitCode };
  return bearerOf(await settings.appointDemoOfficer(wanted));
};

const grants: ReadonlyMap<string, Grant> = new Map([
  ['client_credentials', clientCredentials],
  ['demo', demo],
]);

const granted = async (call: Call, settings: IssuerSettings): Promise<Bearer | OAuthRefusal> => {
  const fields = fieldsOf(call.body);
  if (!fields) return unreadable;
  const named =
    fields.get('grant_type') ?? (fields.has('role') || fields.has('officer') ? 'demo' : '');
  const grant = grants.get(named);
  if (!grant) return unknownGrant;
  return grant({ fields, authorization: call.headers.authorization }, settings);
};

const refused = (refusal: OAuthRefusal): Answer =>
  refusal.error === 'invalid_client'
    ? jsonAnswer(401, refusal, { 'www-authenticate': 'Basic realm="oauth"' })
    : jsonAnswer(400, refusal);

const configuration = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/oauth/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  grant_types_supported: [...grants.keys()],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  response_types_supported: ['token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});

/** Opens the issuer of the sandbox: machine clients, and a demo officer for any role and unit. */
export const openIssuer = async (settings: IssuerSettings): Promise<Issuer> => {
  const tokens = await openTokens(settings);
  const answerToken = async (call: Call): Promise<Answer> => {
    const bearer = await granted(call, settings);
    if ('error' in bearer) return refused(bearer);
    return jsonAnswer(200, {
      access_token: await tokens.sign(bearer),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope: bearer.scope,
    });
  };
  const fixed = (path: string, value: unknown): Route => ({
    method: 'GET',
    path,
    answer: () => jsonAnswer(200, value),
  });
  const routes: readonly Route[] = [
    { method: 'POST', path: '/oauth/token', capBytes: 8192, answer: answerToken },
    fixed('/.well-known/jwks.json', tokens.publicKeys),
    fixed('/.well-known/openid-configuration', configuration(settings.issuer)),
  ];
  return { routes, verify: tokens.verify };
};
