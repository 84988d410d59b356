import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { follow } from '#app/follow.ts';
import { calendarType, etagOf, icalendar } from '#channels/icalendar.ts';
import { now } from '#runtime/clock.ts';
import { once, openStage } from '#runtime/world.ts';
import { digestOf } from '#sealing/feed-secret.ts';
import { openLedger } from '#store/cases.ts';
import { openFeeds } from '#store/feeds.ts';
import { openWorklists } from '#store/worklists.ts';

type Answer = APIGatewayProxyStructuredResultV2;

const room = once(() => {
  const { settings, database } = openStage();
  return {
    feeds: openFeeds(database, digestOf),
    worklists: openWorklists(database),
    ledger: openLedger(database),
    now,
    consoleUrl: settings.CONSOLE_URL,
  };
});

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
};

function refused(statusCode: number, message: string, more: Record<string, string> = {}): Answer {
  const headers = { ...guards, 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { statusCode, headers: { ...headers, ...more }, body: JSON.stringify({ message }) };
}

// Whoever has no good link learns nothing of what is wrong with it.
const notFound = refused(404, 'Not Found');
const notAllowed = refused(405, 'Method Not Allowed', { allow: 'GET, HEAD' });

/** 256 bits in base64url. */
const path = /^\/feeds\/([\w-]{43})\.ics$/;

/** A calendar program asks for the deadlines of an office: all it can do is get an address. */
export async function handler(event: APIGatewayProxyEventV2): Promise<Answer> {
  const { method } = event.requestContext.http;
  if (method !== 'GET' && method !== 'HEAD') return notAllowed;
  const secret = path.exec(event.rawPath)?.[1];
  const followed = secret === undefined ? undefined : await follow(secret, room());
  if (followed === undefined) return notFound;
  const text = icalendar(followed.office, followed.entries, room().consoleUrl);
  const etag = etagOf(text);
  // Asked for again each time, so that a link that was revoked is dead at once.
  const headers = { ...guards, etag, 'cache-control': 'private, no-cache' };
  if (isKnown(event.headers['if-none-match'], etag)) return { statusCode: 304, headers };
  const body = method === 'HEAD' ? '' : text;
  return { statusCode: 200, headers: { ...headers, 'content-type': calendarType }, body };
}

/** Whether the caller has this very text; on the way a strong tag may have been made a weak one. */
function isKnown(tags: string | undefined, etag: string): boolean {
  const known = (tags ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag);
}
