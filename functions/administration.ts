import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { createAdministration } from '#graphql/administration.ts';
import { needed } from '#runtime/environment.ts';
import { noSealing } from '#runtime/no-sealing.ts';
import { openOutside } from '#runtime/outside.ts';
import { notary, openCheck, publicKeyOf } from '#runtime/proof.ts';
import { newId, once, openStage, openWorld, versions } from '#runtime/world.ts';
import { openAccessLog } from '#store/access-log.ts';
import { openAdministration } from '#store/administration.ts';
import { openAudit } from '#store/audit.ts';
import { openCalendars } from '#store/calendars.ts';
import { openLedger } from '#store/cases.ts';
import { openDeliveryDesk } from '#store/delivery-desk.ts';
import { openDigests } from '#store/digests.ts';
import { openDirectories } from '#store/directory.ts';
import { openErasures } from '#store/erasures.ts';
import { openLadders } from '#store/ladders.ts';
import { openMigrations } from '#store/migrations.ts';
import { openNoticeBook } from '#store/notice-book.ts';
import { openRecords } from '#store/records.ts';
import { openProjections } from '#store/stats.ts';
import { openAnomalies, openWatches } from '#store/watches.ts';
import { openDeliveries } from '#store/webhook-deliveries.ts';
import { openWebhooks } from '#store/webhooks.ts';
import { openWorklists } from '#store/worklists.ts';

const administration = once(() => {
  const { settings, database } = openStage();
  const publicKey = publicKeyOf(settings);
  return createAdministration({
    around: {
      ledger: openLedger(database),
      directories: openDirectories(database, versions),
      sealing: noSealing,
      world: openWorld(needed(settings, 'FINGERPRINT_SECRET')),
    },
    worklists: openWorklists(database),
    audit: openAudit(database, newId),
    watches: openWatches(database),
    anomalies: openAnomalies(database),
    deliveries: openDeliveryDesk(database),
    administration: openAdministration(database, newId),
    calendars: openCalendars({ database, newId }, versions.calendar),
    ladderBook: openLadders({ database, newId }),
    migrations: openMigrations({ database, newId }),
    proof: {
      records: openRecords(database),
      book: openDigests(database),
      notary,
      check: openCheck(publicKey),
      accessLog: openAccessLog(database),
      publicKey,
    },
    told: { projections: openProjections(database), noticeBook: openNoticeBook(database) },
    erasures: openErasures({ database, newId }),
    webhooks: {
      desk: { ...openWebhooks(database), ...openDeliveries(database) },
      ...openOutside(settings),
    },
    sandbox: settings.SANDBOX === '1',
  });
});

/** A request of an administrator, or of whoever oversees. */
export async function handler(event: APIGatewayProxyEventV2WithJWTAuthorizer) {
  return administration()(event);
}
