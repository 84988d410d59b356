import * as z from 'zod';

const environment = z.object({
  /** Stands before every table name, so that stages share an account. */
  TABLE_PREFIX: z.string().default(''),
  /** Another endpoint that speaks DynamoDB; AWS where absent. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  SQS_ENDPOINT: z.url().optional(),
  SES_ENDPOINT: z.url().optional(),
  SNS_ENDPOINT: z.url().optional(),
  NOTICE_QUEUE_URL: z.url().optional(),
  /** The wrapping key of sealed papers: in KMS, or in a file of the sandbox. */
  SEALING_KEY_ID: z.string().optional(),
  /** The masters before it under which keys may still lie, with commas between; none but while it is changed. */
  FORMER_SEALING_KEY_IDS: z.string().default(''),
  SEALING_KEY_FILE: z.string().optional(),
  /** The key releases are signed with: in KMS, or in a file of the sandbox. */
  RELEASE_SIGNING_KEY_ID: z.string().optional(),
  RELEASE_SIGNING_KEY_FILE: z.string().optional(),
  /** Keys the digests by which repeated requests and changed cursors are known. */
  FINGERPRINT_SECRET: z.string().min(16).optional(),
  /** Sign the links of letters: each with its number, the newest first, with commas between. */
  LINK_SECRETS: z
    .string()
    .regex(/^[1-9]\d{0,3}:[^:,]{16,}(,[1-9]\d{0,3}:[^:,]{16,})*$/)
    .optional(),
  /** All secrets of webhooks follow from it. */
  WEBHOOK_SECRET: z.string().min(32).optional(),
  /** Ports at which servers of partners may be reached, with commas between. */
  WEBHOOK_PORTS: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/)
    .default('443'),
  /** Whether webhooks may go to this very machine; only a sandbox listens to it. */
  WEBHOOKS_TO_LOOPBACK: z.enum(['0', '1']).default('0'),
  /** The configuration set of SES that tells of mails that came back. */
  MAIL_EVENTS: z.string().optional(),
  MAIL_FROM: z.string().default('la-chan@localhost'),
  /** A gateway for short messages over HTTP; SNS where absent. */
  SMS_GATEWAY_URL: z.url().optional(),
  /** What is posted to it: JSON in which `{to}`, `{text}` and `{ref}` are filled in. */
  SMS_GATEWAY_BODY: z.string().default('{"to":"{to}","text":"{text}","ref":"{ref}"}'),
  /** What stands in every answer of it that says a message was taken, where 200 alone does not say so. */
  SMS_GATEWAY_ACCEPTS: z.string().min(1).optional(),
  SMS_GATEWAY_SECRET: z.string().min(16).optional(),
  /** Short messages are in one language: together two would take three segments. */
  SMS_LANGUAGE: z.enum(['vi', 'en']).default('vi'),
  CONSOLE_URL: z.url().default('http://127.0.0.1:4000'),
  /** Where partners reach this stage. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:4000'),
  /** The sandbox shows its schema and counts its made-up cases. */
  SANDBOX: z.enum(['0', '1']).default('0'),
});

/** The settings of one process. */
export type Environment = z.infer<typeof environment>;

/** Reads the settings; throws with the names of those at fault, never their values. */
export function readEnvironment(): Environment {
  const read = environment.safeParse(process.env);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => path.join('.'));
  throw new Error(`These settings are missing or wrong: ${names.join(', ')}`);
}

/** A setting this door cannot do without. */
export function needed(settings: Environment, name: keyof Environment): string {
  const value = settings[name];
  if (value === undefined) throw new Error(`The setting ${name} is missing`);
  return value;
}
