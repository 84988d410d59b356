import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdministration } from '#graphql/administration.ts';
import { createApi } from '#graphql/api.ts';
import { administrationNouns, caseNouns, type Nouns, sdl } from '#schema/sdl.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

const canary = 'CANARY7291';
type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

const samples: Readonly<Record<string, Value>> = {
  ID: 'some-id',
  String: 'một câu',
  Int: 1,
  Boolean: true,
  DateTime: '2026-01-05T07:00:00+07:00',
  LocalDate: '2026-01-05',
  UnitCode: '91001',
  IdempotencyKey: 'errors-test-key-0001',
  Vnd: 1,
};

/** A value that fits a type, with every optional member in it. */
function sample(type: GraphQLInputType): Value {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return samples[type.name] ?? canary;
  const fields = Object.values(type.getFields());
  return Object.fromEntries(fields.map((field) => [field.name, sample(field.type)]));
}

// Of the right kind, of wrong kinds, as the name of a member, and with forbidden characters.
const inDocuments: readonly Value[] = [canary, { [canary]: [canary] }];
const inVariables: readonly Value[] = [...inDocuments, `${canary}\u0000`, [canary], [[canary]]];

/** The value with each of its places baited in turn. */
function baited(value: Value, baits: readonly Value[]): readonly Value[] {
  if (typeof value !== 'object' || value === null) return baits;
  if (Array.isArray(value))
    return [...baits, ...value.flatMap((each) => baited(each, baits).map((bait) => [bait]))];
  const inside = Object.entries(value).flatMap(([name, each]) =>
    baited(each as Value, baits).map((bait) => ({ ...value, [name]: bait })),
  );
  return [...baits, { ...value, [canary]: canary }, ...inside];
}

/** The value as a literal of a document; names that are enum members stay bare. */
function literal(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, each]) => `${name}: ${literal(each as Value)}`)
    .join(', ')}}`;
}

const doors = { serve: caseNouns, administer: administrationNouns } as const;
const roots = Object.entries(doors).flatMap(([door, nouns]) => rootsOf(door, nouns));

function rootsOf(door: string, nouns: Nouns) {
  const schema = buildSchema(sdl(nouns));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  return [
    ...mutations.map((field) => {
      return { door, field, kind: 'mutation', selection: '{ userErrors { code field message } }' };
    }),
    ...queries
      .filter(({ args }) => args.length > 0)
      .map((field) => ({ door, field, kind: 'query', selection: '{ __typename }' })),
  ];
}

/** The same doors, which read each caller from the store once and not for thousands of requests. */
function rememberingCallers(api: TestApi) {
  const { directories } = api.around;
  const app = directories.app('test-app');
  const officers = new Map<string, ReturnType<typeof directories.officer>>();
  const officer = (id: string) => {
    const known = officers.get(id) ?? directories.officer(id);
    officers.set(id, known);
    return known;
  };
  const around = { ...api.around, directories: { ...directories, officer, app: () => app } };
  const audit = { opened: async () => undefined, refused: async () => undefined };
  return {
    serve: createApi({ ...api, audit, around, sandbox: false }),
    administer: createAdministration({ ...api, audit, around, sandbox: false }),
  };
}

let api: TestApi;
let open: ReturnType<typeof rememberingCallers>;
const tokens: object[] = [];

beforeAll(async () => {
  api = await openTestApi();
  const officers = [
    await api.appoint('COMMUNE_CHAIR', '91001'),
    await api.appoint('ADMINISTRATOR', 'VN'),
  ];
  tokens.push(...officers.map(({ id }) => tokenOf(id)));
  open = rememberingCallers(api);
});
afterAll(() => api.close());

describe('what was sent', () => {
  it.each(roots.map((root) => [root.field.name, root] as const))(
    'is repeated neither in answers nor in the log, wherever it stands in %s',
    async (_, { door, field, kind, selection }) => {
      const serve = door === 'serve' ? open.serve : open.administer;
      const token = tokens[String(field.type) === 'CasePayload!' ? 0 : 1] ?? {};
      const check = async (document: string, variables = {}) => {
        const { text } = await send(serve, token, document, variables);
        expect(text).not.toContain(canary);
      };
      for (const { name, type } of field.args) {
        const asked = (value: string) => `{ ${field.name}(${name}: ${value}) ${selection} }`;
        for (const v of baited(sample(type), inVariables))
          await check(`${kind} ($v: ${type}) ${asked('$v')}`, { v });
        for (const value of baited(sample(type), inDocuments))
          await check(`${kind} ${asked(literal(value))}`);
      }
      expect(JSON.stringify(api.lines)).not.toContain(canary);
    },
  );

  it.each([
    ['a field', `{ ${canary} }`],
    ['an argument', `{ serverTime(${canary}: 1) }`],
    ['a type', `{ node(id: "x") { ... on ${canary} { id } } }`],
    ['a variable', `query { case(id: $${canary}) { id } }`],
    ['a directive', `{ serverTime @${canary} }`],
    ['a fragment', `{ ...${canary} }`],
    ['a half document', `{ case(id: "${canary}`],
  ])('is not repeated when it is %s that does not exist', async (_, document) => {
    const { status, text } = await send(api.serve, tokens[0] ?? {}, document);
    expect(status).toBe(400);
    expect(text).not.toContain(canary);
  });
});

describe('an error', () => {
  it('of ours tells its code, a constant text and the request', async () => {
    const { errors } = await send(
      api.serve,
      tokens[0] ?? {},
      '{ cases(unit: "92001") { totalCount } }',
    );
    expect(errors[0]).toMatchObject({
      message: 'Your posts or the scopes of your token do not permit this.',
      extensions: { code: 'NOT_ALLOWED', requestId: 'request-1' },
    });
  });

  it('that nobody foresaw tells nothing, and the operator is told its class', async () => {
    const { around } = api;
    const broken = { ...around.ledger, heads: () => Promise.reject(new TypeError(canary)) };
    const { administration, calendars, feeds, migrations, notices, publicUrl, watches, worklists } =
      api;
    const audit = { opened: async () => undefined, refused: async () => undefined };
    const failing = createApi({
      ...{ administration, audit, calendars, feeds, migrations, notices, publicUrl, watches },
      worklists,
      around: { ...around, ledger: broken },
      sandbox: false,
    });
    const { errors, text } = await send(failing, tokens[0] ?? {}, '{ case(id: "x") { id } }');
    expect(errors[0]?.extensions['code']).toBe('INTERNAL');
    expect(text).not.toContain(canary);
    expect(api.lines.at(-1)).toEqual({
      event: 'request_failed',
      alarm: true,
      requestId: 'request-1',
      code: 'TypeError',
    });
  });

  it('does not give the schema away outside of a sandbox', async () => {
    const { status, data } = await send(
      api.serve,
      tokens[0] ?? {},
      '{ __schema { types { name } } }',
    );
    expect([status, data]).toEqual([400, undefined]);
  });
});
