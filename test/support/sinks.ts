import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type TableName, tables } from '#store/table.ts';
import { baitIn, readable } from './bait.ts';
import { itemsOf, type RawItem } from './raw.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const region = 'ap-southeast-1';

/** Everything that is written to the log and to the screen while it is listened to. */
export function hearEverything() {
  const lines: string[] = [];
  const { stderr, stdout } = process;
  const [err, out] = [stderr.write, stdout.write];
  stderr.write = (chunk: string | Uint8Array): boolean => lines.push(String(chunk)) > 0;
  stdout.write = (chunk: string | Uint8Array): boolean => lines.push(String(chunk)) > 0;
  return {
    lines,
    stop: () => {
      stderr.write = err;
      stdout.write = out;
    },
  };
}

/** The items in which a bait can be read without a key, by table; `but` says which may. */
export async function baitedItems(endpoint: string, but: (item: RawItem) => boolean = () => false) {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const found: string[] = [];
  let items = 0;
  for (const table of Object.keys(tables) as TableName[])
    for (const item of await itemsOf(DynamoDBDocumentClient.from(client), table)) {
      items += 1;
      const bait = baitIn(readable(item));
      if (bait !== undefined && !but(item)) found.push(`${table} ${item.pk} ${item.sk}: ${bait}`);
    }
  client.destroy();
  return { found, items };
}

/** What waits in a queue of the sandbox and in its dead letters. */
export async function lettersIn(endpoint: string, url: string): Promise<readonly string[]> {
  const client = new SQSClient({ endpoint, region, credentials });
  const receive = async (QueueUrl: string) => {
    const asked = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
    const { Messages } = await client.send(new ReceiveMessageCommand(asked));
    return (Messages ?? []).map((message) => JSON.stringify(message));
  };
  const letters = [...(await receive(url)), ...(await receive(`${url}-dead`))];
  client.destroy();
  return letters;
}

/** What a sandbox shows to whoever looks in from outside: mail, metrics, health, keys. */
export async function shownBy(origin: string): Promise<string> {
  const pages = [
    '/sandbox/mail',
    '/mail',
    '/sandbox/capacity',
    '/health',
    '/.well-known/jwks.json',
  ];
  const texts = await Promise.all(pages.map(async (page) => (await fetch(origin + page)).text()));
  return texts.join('\n');
}
