import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import type { Instant } from '#domain/time.ts';
import { actorOf, type Known } from './caller.ts';
import type { Asking } from './context.ts';
import { type ErrorCode, errorTexts } from './errors.ts';

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

/**
 * Who asks, or why nothing is parsed at all.
 *
 * Order matters: whoever is unknown learns nothing of the form a request should have.
 */
export async function admit(
  event: Event,
  directories: Known,
  now: Instant,
): Promise<Asking | Result> {
  const { requestId, authorizer } = event.requestContext;
  const actor = await actorOf(authorizer?.jwt?.claims ?? {}, directories, now);
  if (actor === undefined) return answer(401, 'UNAUTHENTICATED', requestId);
  const status = formFault(event);
  return status === undefined ? { actor, requestId } : answer(status, 'BAD_REQUEST', requestId);
}

function answer(statusCode: number, code: ErrorCode, requestId: string): Result {
  const error = { message: errorTexts[code], extensions: { code, requestId } };
  return {
    statusCode,
    headers: { ...headersFor(requestId), 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ errors: [error] }),
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
