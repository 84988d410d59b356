import { readdirSync, readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { lossCode, stations } from '#domain/case/canary.ts';
import { keys, tables } from '#store/table.ts';
import { type Door, doors, entryOf } from '../infra/bundle.ts';
import { laChan } from '../infra/stack.ts';

type Statement = {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
};
type Resource = { readonly Type: string; readonly Properties: Record<string, unknown> };
type Grant = { readonly action: string; readonly on: string };

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));

const templateOf = (more: object = {}) => {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [], ...more } });
  return Template.fromStack(laChan(app));
};
const template = templateOf();

const resources: readonly (readonly [string, Resource])[] = Object.entries(
  template.toJSON()['Resources'],
);

const ofType = (type: string) => resources.filter(([, resource]) => resource.Type === type);

/** A CloudFormation value as one line, with references by the stem of their logical id. */
const told = (value: unknown): string => {
  if (value === undefined) return 'whatever is no topic';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(told).join('');
  const [[name, inner]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]];
  if (name === 'Ref') return stem(String(inner));
  if (name === 'Fn::GetAtt') return stem(String((inner as string[])[0]));
  if (name === 'Fn::Join') return told((inner as unknown[])[1]);
  return name === 'Fn::Select' ? 'domain' : JSON.stringify(value);
};

const stem = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const statementsOf = ({ Properties }: Resource): readonly Statement[] =>
  (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;

const policyOf = (role: string): readonly Statement[] =>
  ofType('AWS::IAM::Policy')
    .filter(([id]) => id.startsWith(`${role}Default`))
    .flatMap(([, resource]) => statementsOf(resource));

const grantsOf = (door: string): readonly Grant[] => {
  const role = `${door.charAt(0).toUpperCase()}${door.slice(1)}Role`;
  return policyOf(role).flatMap(({ Action, Resource: on }) =>
    list(Action).flatMap((action) =>
      list(on).map((resource) => ({
        action: String(action),
        on: told(resource),
      })),
    ),
  );
};

const actionsOn = (door: string, resource: string): readonly string[] =>
  grantsOf(door)
    .filter(({ on }) => on === resource)
    .map(({ action }) => action.replace(/^\w+:/, ''))
    .sort();

const services = (door: string): readonly string[] =>
  [...new Set(grantsOf(door).map(({ action }) => action.split(':')[0] ?? ''))].sort();

const tablesOf = (door: string): readonly string[] =>
  [...new Set(grantsOf(door).map(({ on }) => /^(\w+)Table$/.exec(on)?.[1] ?? ''))]
    .filter(Boolean)
    .sort();

type Variables = Readonly<Record<string, unknown>>;

const environmentOf = (door: Door): Variables => {
  const handlers = ofType('AWS::Lambda::Function');
  return handlers
    .filter(([id]) => stem(id).toLowerCase() === door)
    .map(([, { Properties }]) => (Properties['Environment'] as { Variables: Variables }).Variables)
    .reduce((all, variables) => Object.assign(all, variables), {});
};

/** The settings a door asks for by name, as its text says. */
const settingsOf = (door: Door): readonly string[] => {
  const text = readFileSync(entryOf(door), 'utf8');
  const named = [...text.matchAll(/needed\(settings, '(\w+)'\)/g)].map(([, name]) => name ?? '');
  const sealing = /open(Sealing|Masters)\(/.test(text) ? ['SEALING_KEY_ID'] : [];
  return ['TABLE_PREFIX', ...named, ...sealing];
};

/** All texts of one layer of `functions`. */
const textOf = (layer: string): string => {
  const folder = new URL(`../functions/${layer}/`, import.meta.url);
  return readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
};

/** The commands of the SDK that a layer sends. */
const commandsOf = (layer: string): readonly string[] =>
  [...textOf(layer).matchAll(/new (\w+)Command\(/g)].map(([, name]) => name ?? '');

/** The kinds of operation in the text of the store; a transaction counts as what it is made of. */
const usedByStore = (): readonly string[] => {
  const text = textOf('store');
  const calls = commandsOf('store');
  const steps = [...text.matchAll(/\b(Put|Update|Delete|ConditionCheck): /g)].map(
    ([, name]) => name,
  );
  const kinds = [...calls.filter((name) => !name.startsWith('Transact')), ...steps];
  return [...new Set(kinds.map((name) => (name === 'Query' ? name : `${name}Item`)))].sort();
};

/** The condition that confines a statement to some partitions. */
const within = (...partitions: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

/** What a door may do with the audit, statement by statement, each with what confines it. */
const onAudit = (door: Door) =>
  policyOf(`${door.charAt(0).toUpperCase()}${door.slice(1)}Role`)
    .filter(({ Resource: on }) => list(on).some((each) => told(each) === 'AuditTable'))
    .map(({ Action, Condition }) => ({
      actions: list(Action)
        .map((action) => String(action).replace('dynamodb:', ''))
        .sort(),
      condition: Condition ?? 'none',
    }));

const watchesByKey = { actions: ['GetItem'], condition: within('W#*#*') };

describe('what each door may do', () => {
  it('lets the api put into cases and the directory, and only append to the audit', () => {
    expect(tablesOf('api')).toEqual(['Audit', 'Cases', 'Directory', 'Notices']);
    expect(actionsOn('api', 'CasesTable')).toEqual(['BatchGetItem', 'GetItem', 'PutItem', 'Query']);
    for (const index of ['worklist', 'overdue'])
      expect(actionsOn('api', `CasesTable/index/${index}`)).toEqual(['Query']);
    expect(actionsOn('api', 'NoticesTable')).toEqual(['BatchGetItem', 'GetItem']);
    expect(actionsOn('api', 'AuditTable')).toEqual(['GetItem', 'PutItem']);
    expect(onAudit('api')).toEqual([{ actions: ['PutItem'], condition: 'none' }, watchesByKey]);
    expect(actionsOn('api', 'SealingKey')).toEqual(['Decrypt', 'GenerateDataKey']);
  });

  it('lets the sweeper write facts, and neither open a seal nor tell anybody', () => {
    expect(services('sweeper')).toEqual(['dynamodb', 'logs', 'sqs']);
    expect(tablesOf('sweeper')).toEqual(['Cases', 'Directory']);
    expect(actionsOn('sweeper', 'CasesTable')).toEqual(['BatchGetItem', 'GetItem', 'PutItem']);
    expect(actionsOn('sweeper', 'CasesTable/index/due')).toEqual(['Query']);
    expect(actionsOn('sweeper', 'DirectoryTable')).toEqual(['GetItem', 'Query']);
    expect(actionsOn('sweeper', 'Notices')).toEqual([]);
  });

  it('lets the projector read events and leave notices and statistics', () => {
    expect(services('projector')).toEqual(['dynamodb', 'logs', 'sqs']);
    expect(tablesOf('projector')).toEqual(['Cases', 'Directory', 'Notices', 'Stats']);
    expect(actionsOn('projector', 'DirectoryTable')).toEqual(['GetItem', 'Query']);
    expect(actionsOn('projector', 'NoticesTable')).toEqual(['GetItem', 'PutItem']);
    expect(actionsOn('projector', 'StatsTable')).toEqual(['GetItem', 'PutItem']);
    expect(actionsOn('projector', 'Notices')).toEqual(['SendMessage']);
    expect(actionsOn('projector', 'CasesTable')).toEqual([
      ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
      'Query',
    ]);
  });

  it('lets the notifier look at cases it knows the key of, and change only notices', () => {
    expect(tablesOf('notifier')).toEqual(['Cases', 'Directory', 'Notices']);
    expect(actionsOn('notifier', 'CasesTable')).toEqual(['BatchGetItem', 'GetItem']);
    expect(actionsOn('notifier', 'DirectoryTable')).toEqual(['GetItem', 'Query']);
    expect(actionsOn('notifier', 'NoticesTable')).toEqual(['GetItem', 'PutItem', 'UpdateItem']);
  });

  it('lets administrators read who opened papers, verify what is written, and neither open nor alter it', () => {
    expect(tablesOf('administration')).toEqual(['Audit', 'Cases', 'Directory', 'Notices', 'Stats']);
    expect(actionsOn('administration', 'NoticesTable')).toEqual([
      'BatchGetItem',
      'GetItem',
      'Query',
      'UpdateItem',
    ]);
    expect(onAudit('administration')).toEqual([
      { actions: ['PutItem', 'Query'], condition: 'none' },
      watchesByKey,
    ]);
    expect(actionsOn('administration', 'SealingKey')).toEqual([]);
    expect(actionsOn('administration', 'ReleaseKey')).toEqual(['GetPublicKey']);
    const onStats = grantsOf('administration').filter(({ on }) => on === 'StatsTable');
    expect(onStats.map(({ action }) => action.replace(/^\w+:/, '')).sort()).toEqual([
      'BatchGetItem',
      'GetItem',
      'Query',
    ]);
  });

  it('keeps the register of reads for adding alone, and from every door that opens papers', () => {
    for (const door of doors) {
      const actions = actionsOn(door, 'AuditTable');
      for (const action of ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'Scan'])
        expect(actions).not.toContain(action);
      if (!actionsOn(door, 'SealingKey').includes('Decrypt')) continue;
      const beyondAdding = onAudit(door).filter(({ actions: all }) => all.join() !== 'PutItem');
      expect(beyondAdding).toEqual([watchesByKey]);
    }
  });

  it('looks watches up under a pattern that nothing else in the audit lies under', () => {
    const pattern = /^W#.*#.*$/;
    const at = '2026-01-05T00:00:00.000Z';
    const others = [
      keys.read('W#*', at, '*'),
      keys.refused('W#*#*', at, '*'),
      keys.shredded('W#*#*', '*'),
      keys.erasure('W#*#*'),
      keys.administered('2026-01-05', at, '*'),
      keys.anomaly({ at, app: 'W#*', officer: '*', kind: '*' }),
    ];
    expect(keys.watch('an-app', 'somebody').pk).toMatch(pattern);
    expect(others.filter(({ pk }) => pattern.test(pk))).toEqual([]);
  });

  it('lets administration alone read who changed what, for others are confined to watches or destroyed keys', () => {
    const read = ['GetItem', 'BatchGetItem', 'Query'];
    const reads = doors.flatMap((door) =>
      onAudit(door)
        .filter(({ actions }) => actions.some((action) => read.includes(action)))
        .map(({ condition }) => ({ door, condition })),
    );
    expect(reads).toEqual([
      { door: 'api', condition: within('W#*#*') },
      { door: 'administration', condition: 'none' },
      { door: 'administration', condition: within('W#*#*') },
      { door: 'jobs', condition: within('SHRED') },
    ]);
  });

  it('lets no door that answers people write the book of digests', () => {
    const writers = doors.filter((door) => actionsOn(door, 'StatsTable').includes('PutItem'));
    expect(writers).toEqual(['projector', 'jobs']);
    const signers = doors.filter((door) => actionsOn(door, 'ReleaseKey').includes('Sign'));
    expect(signers).toEqual(['jobs']);
  });

  it('lets the jobs find late notices, enqueue them, and make signed releases', () => {
    expect(services('jobs')).toEqual(['dynamodb', 'kms', 'logs', 'sqs']);
    expect(actionsOn('jobs', 'NoticesTable')).toContain('UpdateItem');
    expect(actionsOn('jobs', 'NoticesTable/index/attempts')).toEqual(['Query']);
    expect(actionsOn('jobs', 'DirectoryTable/index/children')).toEqual(['Query']);
    expect(actionsOn('jobs', 'ReleaseKey')).toEqual(['Sign']);
    // They let KMS wrap keys anew, and open none.
    expect(actionsOn('jobs', 'SealingKey')).toEqual(['ReEncryptFrom', 'ReEncryptTo']);
  });

  it('lets the jobs add to the list of destroyed keys and read it, and no other part of the audit', () => {
    expect(actionsOn('jobs', 'AuditTable')).toEqual(['PutItem', 'Query']);
    const confined = policyOf('JobsRole').filter(({ Condition }) => Condition !== undefined);
    const conditions = confined.map(({ Condition }) => JSON.stringify(Condition));
    // Of the directory they write that an address brings nothing, and of the audit the list alone.
    expect(conditions).toEqual([
      expect.stringContaining('"dynamodb:LeadingKeys":["SHRED"]'),
      expect.stringContaining('"dynamodb:LeadingKeys":["BOUNCED#*"]'),
    ]);
  });

  it('lets the jobs find every case, project it, and write to it what the clock decides', () => {
    expect(tablesOf('jobs')).toEqual(['Audit', 'Cases', 'Directory', 'Notices', 'Stats']);
    expect(actionsOn('jobs', 'CasesTable/index/worklist')).toEqual(['Query']);
    expect(actionsOn('jobs', 'CasesTable')).toEqual([
      'BatchGetItem',
      'GetItem',
      'PutItem',
      'Query',
    ]);
    expect(actionsOn('jobs', 'DirectoryTable')).toEqual(['GetItem', 'PutItem', 'Query']);
    for (const table of ['NoticesTable', 'StatsTable', 'Notices']) {
      const needed = actionsOn('projector', table);
      expect(actionsOn('jobs', table)).toEqual(expect.arrayContaining([...needed]));
    }
  });

  it('lets statistics read releases and who is asking, note that an app is used, and nothing else', () => {
    expect(services('statistics')).toEqual(['dynamodb', 'logs']);
    const confined = policyOf('StatisticsRole').filter(({ Condition }) => Condition !== undefined);
    expect(confined.map(({ Resource: on, ...rest }) => ({ ...rest, on: told(on) }))).toEqual([
      {
        Effect: 'Allow',
        Action: 'dynamodb:GetItem',
        on: 'DirectoryTable',
        Condition: within('A#*', 'O#*'),
      },
      {
        Effect: 'Allow',
        Action: 'dynamodb:PutItem',
        on: 'DirectoryTable',
        Condition: within('L#*'),
      },
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:Query'],
        on: 'StatsTable',
        Condition: within('RELEASE*'),
      },
    ]);
    expect(
      grantsOf('statistics').filter(({ action }) => action.startsWith('dynamodb:')),
    ).toHaveLength(4);
  });

  it('lets feeds read what is owed and to whom it is shown, and write or open nothing', () => {
    expect(services('feeds')).toEqual(['dynamodb', 'logs']);
    expect(tablesOf('feeds')).toEqual(['Cases', 'Directory']);
    expect(actionsOn('feeds', 'CasesTable')).toEqual(['BatchGetItem', 'GetItem']);
    expect(actionsOn('feeds', 'CasesTable/index/worklist')).toEqual(['Query']);
    expect(actionsOn('feeds', 'DirectoryTable')).toEqual(['BatchGetItem', 'GetItem']);
    const confined = policyOf('FeedsRole').flatMap(({ Condition }) =>
      Condition === undefined ? [] : [JSON.stringify(Condition)],
    );
    expect(confined).toEqual([
      expect.stringContaining('"dynamodb:LeadingKeys":["C#*"]'),
      expect.stringContaining('"dynamodb:LeadingKeys":["F#*","U#*","O#*","A#*"]'),
    ]);
  });

  it('lets links write one fact and what was refused, and open, send or list nothing', () => {
    expect(services('links')).toEqual(['dynamodb', 'logs']);
    expect(tablesOf('links')).toEqual(['Audit', 'Cases', 'Directory', 'Notices']);
    expect(actionsOn('links', 'CasesTable')).toEqual(['BatchGetItem', 'GetItem', 'PutItem']);
    expect(actionsOn('links', 'DirectoryTable')).toEqual(['GetItem', 'Query']);
    expect(actionsOn('links', 'NoticesTable')).toEqual(['GetItem']);
    expect(actionsOn('links', 'AuditTable')).toEqual(['PutItem']);
    const confined = policyOf('LinksRole').flatMap(({ Condition }) =>
      Condition === undefined ? [] : [JSON.stringify(Condition)],
    );
    expect(confined).toEqual([
      expect.stringContaining('"dynamodb:LeadingKeys":["C#*","I#link#*#*"]'),
      expect.stringContaining('"dynamodb:LeadingKeys":["C#*","O#*"]'),
      expect.stringContaining('"dynamodb:LeadingKeys":["U#*","R","CALENDAR","LADDER"]'),
      expect.stringContaining('"dynamodb:LeadingKeys":["B#*"]'),
    ]);
    expect(environmentOf('links')).not.toHaveProperty('CONSOLE_URL');
  });

  it('tells the newest secret of links to who signs them, and the former ones to who reads them', () => {
    const known = (door: Door, of = template) => {
      const [environment] = Object.values(of.findResources('AWS::Lambda::Function'))
        .map(({ Properties }) => Properties)
        .filter(({ Role }) => told(Role) === `${door.charAt(0).toUpperCase()}${door.slice(1)}Role`)
        .map(({ Environment }) => Environment.Variables as Record<string, unknown>);
      const said = JSON.stringify(environment?.['LINK_SECRETS'] ?? '');
      return [...said.matchAll(/(\d+):\{\{resolve:secretsmanager/g)].map(([, number]) => number);
    };
    const holders = doors.filter((door) => known(door).length > 0);
    expect(holders).toEqual(['notifier', 'links']);
    const changed = templateOf({ linkSecret: '2', formerLinkSecrets: '1' });
    expect([known('notifier', changed), known('links', changed)]).toEqual([['2'], ['2', '1']]);
  });

  it.each(['api', 'notifier'] as const)('tells the %s the address partners use', (door) => {
    const { PUBLIC_URL: address } = environmentOf(door);
    expect(JSON.stringify(address)).toMatch(
      /"https:\/\/",\{"Fn::GetAtt":\["Edge\w+","DomainName"\]/,
    );
    expect(environmentOf('feeds')).not.toHaveProperty('FINGERPRINT_SECRET');
  });

  it.each([
    ['ses:SendEmail', ['notifier']],
    ['sns:Publish', ['notifier']],
    ['kms:Encrypt', []],
    ['kms:Decrypt', ['api']],
    ['kms:GenerateDataKey', ['api']],
    ['kms:ReEncryptFrom', ['jobs']],
    ['kms:ReEncryptTo', ['jobs']],
    ['kms:Sign', ['jobs']],
  ])('gives %s to %j alone', (action, holders) => {
    const found = doors.filter((door) => grantsOf(door).some((grant) => grant.action === action));
    expect(found).toEqual(holders);
  });

  it('lets nobody delete an item, scan a table or speak PartiQL', () => {
    const all = doors.flatMap(grantsOf).map(({ action }) => action);
    expect(
      all.filter((action) => /Delete(Item|Table)|Scan|PartiQL|BatchWrite/.test(action)),
    ).toEqual([]);
  });

  it('grants every kind of operation that the store uses, and no other', () => {
    const granted = doors
      .flatMap(grantsOf)
      .filter(({ action }) => action.startsWith('dynamodb:'))
      .map(({ action }) => action.replace('dynamodb:', ''))
      .filter((action) => !/Stream|Shard|Records/.test(action));
    expect([...new Set(granted)].sort()).toEqual(usedByStore());
  });

  it('grants every use of a key that sealing makes, and no other', () => {
    const granted = doors
      .flatMap(grantsOf)
      .filter(({ action }) => action.startsWith('kms:'))
      .map(({ action }) => action.replace('kms:', ''));
    // Wrapping anew is one command and two rights, one for each of the keys between which it goes.
    const asked = commandsOf('sealing').flatMap((command) =>
      command === 'ReEncrypt' ? ['ReEncryptFrom', 'ReEncryptTo'] : [command],
    );
    expect([...new Set(granted)].sort()).toEqual([...new Set(asked)].sort());
  });

  it('confines mail to the sender the operator named', () => {
    const [mail] = policyOf('NotifierRole').filter(({ Action }) => Action === 'ses:SendEmail');
    expect(mail?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': { Ref: 'MailFrom' } } });
  });

  it('names every action and every resource', () => {
    const statements = ofType('AWS::IAM::Policy').flatMap(([, policy]) => statementsOf(policy));
    const actions = statements.flatMap(({ Action }) => list(Action).map(String));
    // A telephone is no resource: short messages go to whatever is no topic.
    const [toTelephones, ...others] = statements.filter((each) => 'NotResource' in each);
    expect(others).toEqual([]);
    expect(toTelephones).toMatchObject({
      Action: 'sns:Publish',
      NotResource: 'arn:aws:sns:*:*:*',
    });
    const named = statements.filter((each) => !('NotResource' in each));
    const targets = named.flatMap(({ Resource: on }) => list(on).map(told));
    expect(statements.filter(({ Effect }) => Effect !== 'Allow')).toEqual([]);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    // The schedules may start any version of the function they name.
    expect(targets.filter((on) => on.includes('*'))).toEqual(['Sweeper:*', 'Jobs:*']);
  });

  it('tells every door the settings it cannot do without', () => {
    const missing = doors.flatMap((door) =>
      settingsOf(door).filter((name) => !(name in environmentOf(door))),
    );
    expect(missing).toEqual([]);
  });

  it('keeps secrets out of the template', () => {
    const secrets = (['api', 'statistics'] as const).map((door) =>
      JSON.stringify(environmentOf(door)['FINGERPRINT_SECRET']),
    );
    const resolved = expect.stringMatching(/^\{"Fn::Join":\["",\["\{\{resolve:secretsmanager:/);
    expect(secrets).toEqual([resolved, resolved]);
    expect(new Set(secrets).size).toBe(2);
  });

  it('gives the secret of webhooks to those who show it and who sign, and to no template', () => {
    const holders = doors.filter((door) => 'WEBHOOK_SECRET' in environmentOf(door));
    expect(holders).toEqual(['administration', 'notifier']);
    for (const door of holders)
      expect(JSON.stringify(environmentOf(door)['WEBHOOK_SECRET'])).toContain(
        '{{resolve:secretsmanager:',
      );
  });

  it('gives every door a role of its own and no managed policy', () => {
    const roles = ofType('AWS::Lambda::Function').map(([, { Properties }]) =>
      told(Properties['Role']),
    );
    expect(new Set(roles).size).toBe(doors.length);
    const managed = ofType('AWS::IAM::Role').filter(
      ([, { Properties }]) => Properties['ManagedPolicyArns'],
    );
    expect(managed).toEqual([]);
  });
});

describe('the tables', () => {
  it.each(Object.values(tables))('has $name as the code knows it', (shape) => {
    const { name, indexes } = shape;
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        TableName: `la-chan-dev-${name}`,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        SSESpecification: { SSEEnabled: true },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
        ...(indexes.length > 0 && {
          GlobalSecondaryIndexes: indexes.map(({ name: IndexName, partition, sort, carries }) => ({
            IndexName,
            KeySchema: [
              { AttributeName: partition, KeyType: 'HASH' },
              { AttributeName: sort, KeyType: 'RANGE' },
            ],
            Projection:
              carries.length === 0
                ? { ProjectionType: 'KEYS_ONLY' }
                : { ProjectionType: 'INCLUDE', NonKeyAttributes: carries },
          })),
        }),
      },
    });
  });

  it('lets nothing but keys into the stream, and lets requests and canaries expire', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: 'la-chan-dev-cases',
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { AttributeName: tables.cases.expires, Enabled: true },
    });
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TableName: 'la-chan-dev-notices',
      TimeToLiveSpecification: { AttributeName: tables.notices.expires, Enabled: true },
    });
  });
});

describe('the ways between the doors', () => {
  it('wakes the projector for new events only, and cuts out what fails', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CasesTable'), 'StreamArn'] },
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { sk: { S: [{ prefix: 'E#' }] } } },
            }),
          },
        ],
      },
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 86_400,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  it('gives a notice back alone when it fails, and keeps it after five times', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Notices'), 'Arn'] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 180,
      RedrivePolicy: {
        maxReceiveCount: 5,
        deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NoticesDead'), 'Arn'] },
      },
    });
  });

  it('hides a message six times as long as the notifier may take', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Role: { 'Fn::GetAtt': [Match.stringLikeRegexp('^NotifierRole'), 'Arn'] },
      Timeout: 180 / 6,
    });
  });

  it.each([
    ['rate(1 minute)', 'Etc/UTC', { scheduled: '<aws.scheduler.scheduled-time>' }],
    ['rate(1 minute)', 'Etc/UTC', { job: 'retry' }],
    ['rate(15 minutes)', 'Etc/UTC', { job: 'canary' }],
    ['rate(5 minutes)', 'Etc/UTC', { job: 'followCalendar' }],
    ['cron(0 1 * * ? *)', 'Asia/Ho_Chi_Minh', { job: 'watchCalendar' }],
    ['cron(0 2 * * ? *)', 'Asia/Ho_Chi_Minh', { job: 'release' }],
    ['cron(0/10 3-4 * * ? *)', 'Asia/Ho_Chi_Minh', { job: 'digestHeads' }],
    ['cron(30 2 * * ? *)', 'Asia/Ho_Chi_Minh', { job: 'catchUp' }],
  ])('ticks at %s of %s with %j and keeps what nobody took', (at, zone, input) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: at,
      ScheduleExpressionTimezone: zone,
      State: 'ENABLED',
      Target: {
        Input: JSON.stringify(input),
        DeadLetterConfig: {
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MissedTicks'), 'Arn'] },
        },
      },
    });
  });

  it('has a time for every job that the door knows, and for no other', () => {
    const known = [...readFileSync(entryOf('jobs'), 'utf8').matchAll(/job: z\.literal\('(\w+)'/g)];
    const scheduled = ofType('AWS::Scheduler::Schedule')
      .map(([, { Properties }]) => JSON.parse((Properties['Target'] as { Input: string }).Input))
      .flatMap(({ job }: { job?: string }) => job ?? []);
    // One is set off by SES, and by no clock.
    const [rule] = ofType('AWS::Events::Rule').map(([, { Properties }]) => Properties);
    expect(rule?.['EventPattern']).toMatchObject({
      source: ['aws.ses'],
      'detail-type': ['Email Bounced', 'Email Complaint Received'],
    });
    const told = {
      InputPathsMap: { detail: '$.detail' },
      InputTemplate: '{"job":"mailReturned","detail":<detail>}',
    };
    expect(rule?.['Targets']).toMatchObject([{ InputTransformer: told }]);
    expect([...scheduled, 'mailReturned'].sort()).toEqual(known.map(([, job]) => job).sort());
  });

  it('never runs two sweeps at once, nor one into the next minute', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Role: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SweeperRole'), 'Arn'] },
      ReservedConcurrentExecutions: 1,
      Timeout: 50,
    });
  });

  it('encrypts every queue and refuses plain connections to it', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    template.resourceCountIs('AWS::SQS::QueuePolicy', ofType('AWS::SQS::Queue').length);
  });
});

/** Who a route ends at: the functions behind the integration that it names. */
const answering = (routeKey: string): readonly string[] => {
  const targets = ofType('AWS::ApiGatewayV2::Route')
    .filter(([, { Properties }]) => Properties['RouteKey'] === routeKey)
    .map(([, { Properties }]) => JSON.stringify(Properties['Target']));
  return ofType('AWS::ApiGatewayV2::Integration')
    .filter(([id]) => targets.some((target) => target.includes(`{"Ref":"${id}"}`)))
    .map(([, { Properties }]) => told(Properties['IntegrationUri']));
};

describe('the entrance', () => {
  it.each([
    ['POST /graphql', 'JWT', 'Api'],
    ['POST /administration/graphql', 'JWT', 'Administration'],
    ['POST /statistics/graphql', 'JWT', 'Statistics'],
    ['GET /health', 'NONE', 'Api'],
    ['ANY /feeds/{file}', 'NONE', 'Feeds'],
    ['ANY /acknowledge/{token}', 'NONE', 'Links'],
  ])('opens %s with %s to %s', (RouteKey, AuthorizationType, door) => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey, AuthorizationType });
    expect(answering(RouteKey)).toEqual([door]);
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 6);
  });

  it('takes the tokens of one issuer for one audience', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: { Ref: 'TokenIssuer' }, Audience: [{ Ref: 'TokenAudience' }] },
    });
    template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 1);
  });

  it('throttles, and logs nothing about the caller', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
      AccessLogSettings: { Format: Match.stringLikeRegexp('requestId') },
    });
    const formats = JSON.stringify(ofType('AWS::ApiGatewayV2::Stage'));
    expect(formats).not.toMatch(/identity|sourceIp|userAgent|authorizer|path|domain/i);
  });
});

describe('what is kept and watched', () => {
  it('turns the sealing key every year and never loses a key with the stack', () => {
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { EnableKeyRotation: true, PendingWindowInDays: 30 },
    });
    const lost = ofType('AWS::KMS::Key').filter(
      ([, key]) => !('DeletionPolicy' in key && key.DeletionPolicy === 'Retain'),
    );
    expect(lost).toEqual([]);
  });

  it('lets a former sealing key open what lies under it, and wrap nothing', () => {
    const changed = templateOf({ sealingKey: '2', formerSealingKeys: '1' });
    const policies = Object.values(changed.findResources('AWS::IAM::Policy')) as Resource[];
    const onKey = (key: RegExp) =>
      policies
        .flatMap(statementsOf)
        .filter(({ Resource: on }) => list(on).some((each) => key.test(told(each))))
        .flatMap(({ Action }) => list(Action).map(String));
    expect([...new Set(onKey(/^SealingKey$/))].sort()).toEqual([
      'kms:Decrypt',
      'kms:ReEncryptFrom',
    ]);
    expect([...new Set(onKey(/^SealingKey2$/))].sort()).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ]);
  });

  it('keeps logs for three months', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  it('watches errors, throttles and alarm lines of every door', () => {
    for (const metric of ['Errors', 'Throttles']) {
      const found = alarmsOn((alarm) => alarm['MetricName'] === metric);
      expect(found).toHaveLength(doors.length);
    }
    const lines = alarmsOn((alarm) => String(alarm['MetricName']).endsWith('-alarm-lines'));
    expect(lines).toHaveLength(doors.length);
  });

  it('watches requests that are turned away by the hundred', () => {
    const [alarm, ...more] = alarmsOn((each) => each['MetricName'] === '4xx');
    expect([alarm?.['Threshold'], more]).toEqual([300, []]);
  });

  it('watches every queue in which something failed for good', () => {
    const watched = alarmsOn((alarm) => alarm['Namespace'] === 'AWS/SQS').map((alarm) =>
      stem(JSON.stringify(alarm['Dimensions']).match(/GetAtt":\["(\w+)"/)?.[1] ?? ''),
    );
    expect(watched.sort()).toEqual(['MissedTicks', 'NoticesDead', 'ParkedEvents']);
  });

  it.each(['IteratorAge', 'sweeper-lag', 'Invocations', 'calendar-year-missing'])(
    'watches %s',
    (metric) => {
      expect(alarmsOn((alarm) => alarm['MetricName'] === metric)).not.toEqual([]);
    },
  );

  it('goes off when the sweeper falls silent', () => {
    const silence = alarmsOn((alarm) => alarm['TreatMissingData'] === 'breaching');
    expect(silence.map((alarm) => JSON.stringify(alarm['Dimensions']))).toContainEqual(
      expect.stringContaining('Sweeper'),
    );
  });

  it.each(stations)('goes off under its own name when a canary was not %s', (station) => {
    const code = lossCode(station);
    const [metric] = countedFrom(`{ $.code = "${code}" }`);
    expect(metric).toMatchObject({ on: 'JobsLogs', value: '1' });
    expect(alarmsOn((alarm) => alarm['MetricName'] === metric?.name)).toEqual([
      expect.objectContaining({
        Threshold: 0,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
        Statistic: 'Sum',
        Period: 1800,
      }),
    ]);
  });

  it('goes off when no canary sets off: what is not counted is a breach', () => {
    const [metric] = countedFrom('{ $.event = "canaries_set_off" }');
    expect(metric).toMatchObject({ on: 'JobsLogs', value: '$.count' });
    const silence = alarmsOn((alarm) => alarm['MetricName'] === metric?.name);
    expect(silence).toEqual([
      expect.objectContaining({
        Threshold: 1,
        ComparisonOperator: 'LessThanThreshold',
        TreatMissingData: 'breaching',
        EvaluationPeriods: 1,
        // Two rounds: one that comes a little late is no silence.
        Period: 1800,
      }),
    ]);
  });

  it('tells the operator of every alarm', () => {
    const mute = alarmsOn(({ AlarmActions: told }) => !Array.isArray(told) || told.length !== 1);
    expect(mute).toEqual([]);
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: { Ref: 'OperatorEmail' },
    });
  });
});

/** The metric counted from the log lines of a pattern. */
const countedFrom = (pattern: string) =>
  ofType('AWS::Logs::MetricFilter')
    .filter(([, { Properties }]) => Properties['FilterPattern'] === pattern)
    .map(([, { Properties }]) => {
      const [metric] = Properties['MetricTransformations'] as readonly Record<string, string>[];
      const { MetricName: name, MetricValue: value } = metric ?? {};
      return { name, value, on: told(Properties['LogGroupName']) };
    });

const alarmsOn = (wanted: (alarm: Record<string, unknown>) => boolean) =>
  ofType('AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(wanted);

describe('short messages', () => {
  it('leave by a gateway where the operator names one, in its words and with a secret of its own', () => {
    const gateway = templateOf({
      smsGateway: 'https://sms.test.invalid/send',
      smsGatewayBody: '{"to":"{to}","content":"{text}"}',
      smsGatewayAccepts: '"status":"ok"',
    });
    gateway.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          SMS_GATEWAY_URL: 'https://sms.test.invalid/send',
          SMS_GATEWAY_BODY: '{"to":"{to}","content":"{text}"}',
          SMS_GATEWAY_ACCEPTS: '"status":"ok"',
          SMS_GATEWAY_SECRET: Match.anyValue(),
        }),
      },
    });
  });

  it('leave by SNS where none is named, and by none that is asked in the open', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('SMS_GATEWAY');
    expect(() => templateOf({ smsGateway: 'http://sms.test.invalid' })).toThrow('https');
  });
});
