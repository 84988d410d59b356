import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { acknowledgeByLink, lookByLink } from '#app/by-link.ts';
import { busyPage, linkPage, pagePolicy, unknownPage } from '#channels/link-page.ts';
import { needed } from '#runtime/environment.ts';
import { linkSecrets } from '#runtime/link-secrets.ts';
import { noSealing } from '#runtime/no-sealing.ts';
import { newId, once, openStage, openWorld, versions } from '#runtime/world.ts';
import { linkTokens } from '#sealing/link-token.ts';
import { openAudit } from '#store/audit.ts';
import { openLedger } from '#store/cases.ts';
import { openDirectories } from '#store/directory.ts';
import { openNotices } from '#store/notices.ts';

type Answer = APIGatewayProxyStructuredResultV2;

const room = once(() => {
  const { settings, database } = openStage();
  return {
    links: linkTokens(linkSecrets(settings)),
    notices: openNotices(database),
    audit: openAudit(database, newId),
    around: {
      ledger: openLedger(database),
      directories: openDirectories(database, versions),
      sealing: noSealing,
      world: openWorld(needed(settings, 'FINGERPRINT_SECRET')),
    },
  };
});

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
};

function page(statusCode: number, body: string, more: Record<string, string> = {}): Answer {
  return { statusCode, headers: { ...headers, ...more }, body };
}

// Whoever has no link that acts learns nothing of what is wrong with it.
const unknown = page(404, unknownPage);
const busy = page(503, busyPage, { 'retry-after': '60' });
const notAllowed = page(405, unknownPage, { allow: 'GET, HEAD, POST' });

const path = /^\/acknowledge\/([\w.-]+)$/;

/**
 * Somebody follows the link of a letter. Looking changes nothing, because programs that check mail look as well;
 * only the button acts. Neither a query nor a body is read.
 */
export async function handler(event: APIGatewayProxyEventV2): Promise<Answer> {
  const { http, requestId } = event.requestContext;
  const token = path.exec(event.rawPath)?.[1] ?? '';
  if (http.method === 'POST') return answer(await acknowledgeByLink(token, requestId, room()));
  if (http.method !== 'GET' && http.method !== 'HEAD') return notAllowed;
  const looked = answer(await lookByLink(token, room()));
  return http.method === 'HEAD' ? { ...looked, body: '' } : looked;
}

function answer(found: Awaited<ReturnType<typeof acknowledgeByLink>>): Answer {
  if (found === undefined) return unknown;
  return found === 'BUSY' ? busy : page(200, linkPage(found));
}
