import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { World } from '#app/ports/world.ts';
import type { Instant } from '#domain/time.ts';
import { actorOf, type Known } from './caller.ts';
import type { Asking } from './context.ts';
import { errorTexts } from './errors.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Result = APIGatewayProxyStructuredResultV2;

/** The most a request may weigh. */
export const bodyLimitBytes = 256 * 1024;

/** What every answer carries: nothing of it may be kept on the way. */
export function headersFor(requestId: string) {
  return {
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000',
  };
}

/** Who may be let in, and where it is written down that somebody was not. */
type Gate = {
  readonly directories: Known;
  readonly log: World['log'];
};

/**
 * Who asks, or why nothing is parsed at all.
 *
 * Order matters: whoever is unknown learns nothing of the form a request should have.
 */
export async function admit(
  event: Event,
  { directories, log }: Gate,
  now: Instant,
): Promise<Asking | Result> {
  const { requestId, authorizer } = event.requestContext;
  const actor = await actorOf(authorizer?.jwt?.claims ?? {}, directories, now);
  if (typeof actor === 'string') {
    log({ event: 'caller_refused', code: actor, requestId });
    return answer(401, stranger, requestId);
  }
  const status = formFault(event);
  return status === undefined
    ? { actor, requestId }
    : answer(status, malformed(requestId), requestId);
}

// The very text of the gateway, so that nobody learns how far a token came.
const stranger = { message: 'Unauthorized' };

function malformed(requestId: string) {
  const code = 'BAD_REQUEST';
  return { errors: [{ message: errorTexts[code], extensions: { code, requestId } }] };
}

function answer(statusCode: number, body: object, requestId: string): Result {
  const challenge = statusCode === 401 && { 'www-authenticate': 'Bearer' };
  return {
    statusCode,
    headers: {
      ...headersFor(requestId),
      ...challenge,
      'content-type': 'application/json; charset=utf-8',
    },
    body: JSON.stringify(body),
  };
}

function formFault({ requestContext, headers, body, isBase64Encoded }: Event): number | undefined {
  if (requestContext.http.method !== 'POST') return 405;
  const isJson = /^application\/json *(;|$)/.test(headers['content-type'] ?? '');
  if (!isJson || headers['content-encoding'] !== undefined) return 415;
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > bodyLimitBytes) return 413;
  return isRequest(bytes) ? undefined : 400;
}

/** One request and not a list of them, with nothing beside it. */
function isRequest(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return hasForm(JSON.parse(text));
  } catch {
    return false;
  }
}

function hasForm(request: unknown): boolean {
  if (!isObject(request)) return false;
  const { query, operationName, variables } = request;
  const isNamed = operationName == null || typeof operationName === 'string';
  const hasVariables = variables == null || isObject(variables);
  return typeof query === 'string' && query !== '' && isNamed && hasVariables;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
