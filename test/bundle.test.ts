import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, type Door, entryOf, root } from '../infra/bundle.ts';
import { faultsOf, inputsOf, sizeOf, weigh } from '../infra/weight.ts';

type Sample = { readonly folder: string; readonly metafile: Metafile };

// Inside the repository, because packages and `#` imports are looked up from where a file lies.
let room: string;

beforeAll(() => {
  mkdirSync(`${root}build`, { recursive: true });
  room = mkdtempSync(`${root}build/sample-`);
});

afterAll(() => rmSync(room, { recursive: true }));

const sample = (name: string, text: string): Sample => {
  const entry = `${room}/${name}.ts`;
  writeFileSync(entry, text);
  const folder = `${room}/${name}`;
  return { folder, metafile: bundle({ entry, into: folder }) };
};

const graphqlDoor = `
  import { ApolloServer } from '@apollo/server';
  import * as disabled from '@apollo/server/plugin/disabled';
  import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
  import { KMSClient } from '@aws-sdk/client-kms';
  import { caseNouns, sdl } from '#schema/sdl.ts';
  import * as z from 'zod';
  export const used = [DynamoDBClient, DynamoDBDocumentClient, GetCommand, KMSClient, z.string()];
  export const nouns = sdl(caseNouns);
  const server = new ApolloServer({
    typeDefs: 'type Query { sum(of: [Int!]!): Int }',
    resolvers: { Query: { sum: (_, { of }) => of.reduce((a, b) => a + b, 0) } },
    plugins: Object.values(disabled).map((off) => off()),
  });
  const take = handlers.createAPIGatewayProxyEventV2RequestHandler();
  export const handler = startServerAndCreateLambdaHandler(server, take);
`;

const call = `
  import { handler, nouns } from './index.mjs';
  const answer = await handler({
    version: '2.0', rawPath: '/graphql', rawQueryString: '', isBase64Encoded: false,
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST', path: '/graphql' } },
    body: JSON.stringify({ query: '{ sum(of: [19, 23]) }' }),
  }, {}, () => {});
  console.log(JSON.stringify({ answer: JSON.parse(answer.body), sdl: nouns.includes('Query') }));
`;

const nobody = `
  import { handler } from './index.mjs';
  const { statusCode } = await handler({
    version: '2.0', rawPath: '/graphql', rawQueryString: '', isBase64Encoded: false,
    headers: { 'content-type': 'application/json' },
    requestContext: {
      http: { method: 'POST', path: '/graphql' }, requestId: 'one', authorizer: { jwt: { claims: {} } },
    },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  console.log(JSON.stringify({ statusCode }));
`;

describe('a bundle with all that the api stands on', () => {
  let api: Sample;
  beforeAll(() => {
    api = sample('api', graphqlDoor);
  });

  it('has no package twice and stays within the budget', () => {
    expect(faultsOf('api', api.metafile)).toEqual([]);
  });

  it('leaves a seventh of the budget to our own code', () => {
    expect(sizeOf(api.metafile)).toBeLessThan(900_000 * (6 / 7));
  });

  it('weighs nothing of what it never calls', () => {
    const names = Object.keys(inputsOf(api.metafile)).join('\n');
    expect(names).not.toMatch(
      /usage-reporting-protobuf|sha\.js|lodash|credential-provider-|plugin\/usageReporting/,
    );
  });

  it('answers in a process of its own, with the SDL beside it', () => {
    writeFileSync(`${api.folder}/call.mjs`, call);
    const { stdout, stderr } = spawnSync(process.execPath, [`${api.folder}/call.mjs`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ answer: { data: { sum: 42 } }, sdl: true });
  });
});

const health = `
  import { handler } from './index.mjs';
  const { statusCode } = await handler({
    version: '2.0', routeKey: 'GET /health', rawPath: '/health', rawQueryString: '',
    isBase64Encoded: false, headers: {},
    requestContext: {
      http: { method: 'GET', path: '/health' }, requestId: 'one', routeKey: 'GET /health',
    },
  });
  console.log(JSON.stringify({ statusCode }));
`;

/** The bundle of a door in a folder, and what it says when it is called in a process of its own. */
const called = (door: Door, script: string) => {
  const into = mkdtempSync(`${room}/${door}-`);
  const metafile = bundle({ entry: entryOf(door), into });
  writeFileSync(`${into}/call.mjs`, script);
  const { stdout, stderr } = spawnSync(process.execPath, [`${into}/call.mjs`], {
    encoding: 'utf8',
    env: {
      AWS_REGION: 'ap-southeast-1',
      SEALING_KEY_ID: 'alias/sealing',
      FINGERPRINT_SECRET: 'nobody-guesses-this',
      LINK_SECRETS: '1:nobody-guesses-this',
    },
  });
  return { faults: faultsOf(door, metafile), stdout, stderr };
};

describe.each(['api', 'statistics'] as const)('the bundle of %s', (door) => {
  it('starts, and refuses who is nobody in an answer of its own', () => {
    const { faults, stdout, stderr } = called(door, nobody);
    expect(faults).toEqual([]);
    const refused = { event: 'caller_refused', code: 'TOKEN_UNFIT', requestId: 'one' };
    expect(JSON.parse(stderr)).toEqual(refused);
    expect(JSON.parse(stdout)).toEqual({ statusCode: 401 });
  });
});

describe('the bundle of the api', () => {
  it('says that it is well to who shows no token at all', () => {
    const { stdout, stderr } = called('api', health);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ statusCode: 200 });
  });
});

const lostLink = `
  import { handler } from './index.mjs';
  const { statusCode } = await handler({
    version: '2.0', routeKey: 'ANY /feeds/{file}', rawPath: '/feeds/none.ics', rawQueryString: '',
    isBase64Encoded: false, headers: {},
    requestContext: { http: { method: 'GET', path: '/feeds/none.ics' }, requestId: 'one' },
  });
  console.log(JSON.stringify({ statusCode }));
`;

describe('the bundle of feeds', () => {
  it('starts, is light, and finds nothing at an address that cannot be one', () => {
    const { faults, stdout, stderr } = called('feeds', lostLink);
    expect(faults).toEqual([]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ statusCode: 404 });
  });
});

const lostLetter = lostLink
  .replace('ANY /feeds/{file}', 'ANY /acknowledge/{token}')
  .replaceAll('/feeds/none.ics', '/acknowledge/1.none');

describe('the bundle of links', () => {
  it('starts, is light, and knows no link that was not made here', () => {
    const { faults, stdout, stderr } = called('links', lostLetter);
    expect(faults).toEqual([]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ statusCode: 404 });
  });
});

describe('a bundle of a worker', () => {
  it('has neither GraphQL nor SDL in it', () => {
    const worker = sample(
      'worker',
      `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
       export const handler = () => new DynamoDBClient({});`,
    );
    expect(faultsOf('sweeper', worker.metafile)).toEqual([]);
    expect(existsSync(`${worker.folder}/scalars.graphql`)).toBe(false);
  });

  it('is refused with GraphQL in it', () => {
    const { metafile } = sample('heavy', `export { GraphQLError as handler } from 'graphql';`);
    expect(faultsOf('sweeper', metafile)).toEqual([
      expect.stringMatching(/^sweeper: \d+ bytes of GraphQL in a worker$/),
    ]);
  });
});

const made = (
  inputs: Readonly<Record<string, number>>,
  bytes = 1000,
): Pick<Metafile, 'outputs'> => ({
  outputs: {
    'index.mjs': {
      bytes,
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
      ),
      imports: [],
      exports: [],
    },
  },
});

describe('what is refused in a bundle', () => {
  it('is a package that lies in two folders', () => {
    const twice = { 'node_modules/b/x.js': 1, 'node_modules/a/node_modules/b/y.js': 1 };
    expect(faultsOf('jobs', made(twice))).toEqual(['jobs: b is bundled twice']);
  });

  it.each([
    ['dist/esm/one.js', 'dist/cjs/one.js'],
    ['dist-es/one.js', 'dist-cjs/one.js'],
    ['dist/esm/node/one.js', 'dist/commonjs/node/one.js'],
    ['one.mjs', 'one.js'],
    ['v4/one.js', 'v4/one.cjs'],
  ])('is a module of a package in two formats: %s and %s', (first, second) => {
    const twice = { [`node_modules/@s/p/${first}`]: 1, [`node_modules/@s/p/${second}`]: 1 };
    expect(faultsOf('jobs', made(twice))).toEqual(['jobs: @s/p is bundled twice']);
  });

  it('is an api above its budget', () => {
    expect(faultsOf('api', made({}, 900_001))).toEqual(['api: 900001 bytes, 1 above the budget']);
    expect(faultsOf('api', made({}, 900_000))).toEqual([]);
  });

  it('is not a second copy that leaves nothing in the bundle', () => {
    const shaken = { 'node_modules/b/x.mjs': 5, 'node_modules/b/x.js': 0 };
    expect(faultsOf('jobs', made(shaken))).toEqual([]);
  });
});

describe('the weights of a bundle', () => {
  it('go to the part a file belongs to', () => {
    const inputs = {
      'functions/api.ts': 1,
      'node_modules/@apollo/server/a.js': 2,
      'node_modules/graphql/a.mjs': 4,
      'node_modules/@smithy/core/a.js': 8,
      'node_modules/zod/v4/a.js': 16,
      'node_modules/temporal-polyfill/a.js': 32,
      'node_modules/a/node_modules/retry/a.js': 64,
    };
    expect(weigh(inputs)).toEqual({
      ...{ app: 1, apollo: 2, graphql: 4, aws: 8, zod: 16, temporal: 32, other: 64 },
    });
  });
});
