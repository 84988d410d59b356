import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sesClient } from '#channels/email.ts';
import { sqsClient } from '#channels/queue.ts';
import { type NearClients, setClients } from '#runtime/world.ts';
import type { DynamoDB } from './dynamodb.ts';
import { nearClient } from './dynamodb-near.ts';
import type { MailCatcher } from './mail.ts';
import type { Queues } from './queue.ts';
import { guardRoles } from './roles.ts';
import type { SandboxOptions } from './sandbox.ts';

type Services = { readonly engine: DynamoDB; readonly queues: Queues; readonly mail: MailCatcher };
type Reach = Pick<SandboxOptions, 'near' | 'meddle' | 'onFault'>;

/** Lets the handlers reach services within this process, or by the wire as if far away; each with the role of its door. */
export function reach(services: Services, { near = false, meddle, onFault }: Reach): void {
  const clients = near ? nearTo(services) : farFrom(services);
  guardRoles(clients, onFault);
  meddle?.(clients);
  setClients(clients);
}

function nearTo({ engine, queues, mail }: Services): NearClients {
  return { tables: nearClient(engine), queue: queues.near, mail: mail.near };
}

/** The clients that the handlers would make of their settings. */
function farFrom({ engine, queues, mail }: Services): NearClients {
  return {
    tables: new DynamoDBClient({ endpoint: engine.endpoint }),
    queue: sqsClient(queues.endpoint),
    mail: sesClient(mail.endpoint),
  };
}
