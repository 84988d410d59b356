import { Fn, Stack } from 'aws-cdk-lib';
import { type Conditions, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Door } from './bundle.ts';
import type { KeyRing } from './keys.ts';
import type { Outgoing, SmsGateway } from './outgoing.ts';
import type { Parameters } from './parameters.ts';
import { permitsOf } from './permits.ts';
import { type KeyRight, type Rights, rights, type TableRight } from './rights.ts';
import { type Tables, tableNames } from './table.ts';

/** What doors are let at, each as far as its rights go. */
export type Surroundings = {
  readonly ledger: Tables;
  readonly keys: KeyRing;
  readonly notices: Queue;
  readonly asked: Parameters;
  /** How mail and short messages leave. */
  readonly outgoing: Outgoing;
  readonly prefix: string;
};

const keyNames = ['sealing', 'release'] as const;

/** The rights of a door as policy statements, each on named resources only. */
export function statementsOf(door: Door, around: Surroundings): readonly PolicyStatement[] {
  const right: Rights = rights[door];
  return [
    ...tableNames.flatMap((name) =>
      [right.tables[name] ?? []]
        .flat()
        .flatMap((each) => onTable(around.ledger[name].tableArn, each)),
    ),
    ...keyNames.flatMap((name) => onKey(around.keys[name].keyArn, right.keys?.[name])),
    ...around.keys.formerSealing.flatMap(({ keyArn }) => onFormer(keyArn, right.keys?.sealing)),
    ...(right.enqueuesNotices ? [allow(['sqs:SendMessage'], [around.notices.queueArn])] : []),
    ...(right.sendsMail ? [mailFrom(around)] : []),
    ...(right.sendsMessages && around.outgoing.gateway === undefined ? [toTelephones()] : []),
  ];
}

function onTable(arn: string, right: TableRight): readonly PolicyStatement[] {
  return permitsOf(right).map(({ actions, indexes, within }) =>
    allow(
      actions.map((action) => `dynamodb:${action}`),
      indexes?.map((index) => `${arn}/index/${index}`) ?? [arn],
      confinedTo(within),
    ),
  );
}

function confinedTo(partitions: readonly string[] | undefined): Conditions {
  if (partitions === undefined) return {};
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
    // Without this a request that names no key at all would satisfy the line above.
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}

function onKey(arn: string, rightsToKey: readonly KeyRight[] = []): readonly PolicyStatement[] {
  const actions = rightsToKey.map((action) => `kms:${action}`);
  return actions.length === 0 ? [] : [allow(actions, [arn])];
}

const ofFormer: readonly KeyRight[] = ['Decrypt', 'ReEncryptFrom'];

/** A former master opens and wraps nothing. */
function onFormer(arn: string, rightsToKey: readonly KeyRight[] = []) {
  return onKey(
    arn,
    rightsToKey.filter((each) => ofFormer.includes(each)),
  );
}

/** Mail leaves in the name of one sender, from the identity of its domain or its own. */
function mailFrom({ asked, notices, outgoing }: Surroundings): PolicyStatement {
  const sender = asked.mailFrom;
  const identity = (name: string) =>
    Stack.of(notices).formatArn({ service: 'ses', resource: 'identity', resourceName: name });
  const set = Stack.of(notices).formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: outgoing.mailEvents,
  });
  return allow(['ses:SendEmail'], [identity(domainOf(sender)), identity(sender), set], {
    StringEquals: { 'ses:FromAddress': sender },
  });
}

/** A telephone has no name among resources; what has one is a topic, and to none may anything be published. */
function toTelephones(): PolicyStatement {
  return new PolicyStatement({
    actions: ['sns:Publish'],
    notResources: ['arn:aws:sns:*:*:*'],
  });
}

const domainOf = (address: string): string => Fn.select(1, Fn.split('@', address));

const allow = (actions: string[], resources: string[], conditions: Conditions = {}) =>
  new PolicyStatement({ actions, resources, conditions });

/** What a door is told of its surroundings. Secrets are filled in while it is deployed. */
export function environmentOf(door: Door, around: Surroundings): Record<string, string> {
  const right: Rights = rights[door];
  const { keys, asked, outgoing } = around;
  const fingerprint = keys.fingerprints[door];
  return {
    NODE_ENV: 'production',
    TABLE_PREFIX: around.prefix,
    ...(right.keys?.sealing && mastersFor(keys)),
    ...(fingerprint && { FINGERPRINT_SECRET: fingerprint.secretValue.unsafeUnwrap() }),
    ...(right.keys?.release && { RELEASE_SIGNING_KEY_ID: keys.release.keyArn }),
    ...(right.signsWebhooks && { WEBHOOK_SECRET: keys.webhooks.secretValue.unsafeUnwrap() }),
    ...(right.enqueuesNotices && { NOTICE_QUEUE_URL: around.notices.queueUrl }),
    ...(right.sendsMail && { MAIL_FROM: asked.mailFrom, MAIL_EVENTS: outgoing.mailEvents }),
    ...(right.sendsMessages && outgoing.gateway && gatewaySettings(outgoing.gateway)),
    ...linkSettings(keys, right.links),
    ...(right.linksToCases && { CONSOLE_URL: asked.consoleUrl }),
  };
}

/** Whoever signs needs the newest alone. */
function linkSettings({ links }: KeyRing, does: Rights['links']): Record<string, string> {
  if (does === undefined) return {};
  const known = does === 'SIGNS' ? links.slice(0, 1) : links;
  const spelled = known.map(([number, secret]) => `${number}:${secret.secretValue.unsafeUnwrap()}`);
  return { LINK_SECRETS: spelled.join(',') };
}

function gatewaySettings({ url, body, accepts, secret }: SmsGateway): Record<string, string> {
  return {
    SMS_GATEWAY_URL: url,
    ...(body !== undefined && { SMS_GATEWAY_BODY: body }),
    ...(accepts !== undefined && { SMS_GATEWAY_ACCEPTS: accepts }),
    SMS_GATEWAY_SECRET: secret.secretValue.unsafeUnwrap(),
  };
}

function mastersFor({ sealing, formerSealing }: KeyRing): Record<string, string> {
  const former = formerSealing.map(({ keyArn }) => keyArn).join(',');
  return {
    SEALING_KEY_ID: sealing.keyArn,
    ...(former !== '' && { FORMER_SEALING_KEY_IDS: former }),
  };
}
