import * as z from 'zod';
import { watchCalendar } from '#app/calendar-watch.ts';
import { canaryRound } from '#app/canary.ts';
import { catchUp } from '#app/catch-up.ts';
import { digestHeads } from '#app/digest-heads.ts';
import { eraseDue } from '#app/erase.ts';
import { proveCases } from '#app/notice-proof.ts';
import { release, settledQuarter } from '#app/release.ts';
import { followCalendar, replanAll } from '#app/replan.ts';
import { replayErasures } from '#app/replay-erasures.ts';
import { retry } from '#app/retry.ts';
import { returned } from '#app/returned.ts';
import { rotateKeys } from '#app/rotate-keys.ts';
import { mailReturn } from '#channels/mail-return.ts';
import { hastener, sqsClient } from '#channels/queue.ts';
import { budget, now } from '#runtime/clock.ts';
import { needed } from '#runtime/environment.ts';
import { openMasters } from '#runtime/masters.ts';
import { noSealing } from '#runtime/no-sealing.ts';
import { pace } from '#runtime/pace.ts';
import { notary, openSigner } from '#runtime/proof.ts';
import { newId, once, openStage, openWorld, versions } from '#runtime/world.ts';
import { digestOf } from '#sealing/signing.ts';
import { openCalendarProgress } from '#store/calendars.ts';
import { openLedger } from '#store/cases.ts';
import { openContacts, openReturns } from '#store/contacts.ts';
import { openDigests } from '#store/digests.ts';
import { openDirectories, remembering } from '#store/directory.ts';
import { openErasures } from '#store/erasures.ts';
import { openKeyring } from '#store/keyring.ts';
import { openNoticeBook } from '#store/notice-book.ts';
import { openNotices } from '#store/notices.ts';
import { openRecords } from '#store/records.ts';
import { openShredList } from '#store/shred-list.ts';
import { openProjections, openReleases, recordsOf } from '#store/stats.ts';
import { openSubscriptions } from '#store/webhooks.ts';
import { openWorklists } from '#store/worklists.ts';

const order = z.discriminatedUnion('job', [
  z.object({ job: z.literal('retry') }),
  z.object({ job: z.literal('catchUp') }),
  z.object({ job: z.literal('canary') }),
  z.object({ job: z.literal('replan') }),
  z.object({ job: z.literal('followCalendar') }),
  z.object({ job: z.literal('watchCalendar') }),
  z.object({ job: z.literal('proveNotices') }),
  z.object({ job: z.literal('digestHeads') }),
  z.object({ job: z.literal('rotateKeys') }),
  z.object({ job: z.literal('erase') }),
  z.object({ job: z.literal('replayErasures') }),
  z.object({ job: z.literal('mailReturned'), detail: mailReturn }),
  z.object({
    job: z.literal('release'),
    period: z
      .templateLiteral([z.string().regex(/^\d{4}$/), '-Q', z.enum(['1', '2', '3', '4'])])
      .optional(),
  }),
]);

const stage = once(openStage);

const retryRoom = once(() => {
  const { settings, database, near } = stage();
  const queueUrl = needed(settings, 'NOTICE_QUEUE_URL');
  return {
    notices: openNotices(database),
    hasten: hastener(near?.queue ?? sqsClient(settings.SQS_ENDPOINT), queueUrl),
  };
});

const releaseRoom = once(() => {
  const { settings, database } = stage();
  return {
    records: (period: string) => recordsOf(database, period),
    provinces: openDirectories(database, versions).provinces,
    releases: openReleases(database),
    digest: digestOf,
    sign: openSigner(settings),
    includeSynthetic: settings.SANDBOX === '1',
    world: openWorld(),
  };
});

const walkRoom = once(() => {
  const { database } = stage();
  const directories = openDirectories(database, versions);
  return {
    ledger: openLedger(database),
    directories,
    worklists: openWorklists(database),
    provinces: async () => (await directories.provinces()).map(({ code }) => code),
    world: openWorld(),
  };
});

const catchUpRoom = once(() => ({
  ...walkRoom(),
  ...retryRoom(),
  subscriptions: openSubscriptions(stage().database),
  projections: openProjections(stage().database),
}));

// Pages of a hundred cases a second, and a minute less than a job may take.
const digestPace = 50;
const digestBudget = 240_000;

const digestStage = once(() => ({
  ...walkRoom(),
  records: openRecords(stage().database),
  book: openDigests(stage().database),
  notary,
  sign: openSigner(stage().settings),
  // The clock of a sandbox leaps over nights; there nobody has to be spared.
  pace: pace(stage().settings.SANDBOX === '1' ? Number.POSITIVE_INFINITY : digestPace),
}));

// Remembers for one run only: the next one may meet another calendar.
const replanRoom = () => ({
  ...walkRoom(),
  directories: remembering(walkRoom().directories),
  progress: openCalendarProgress(stage().database),
  sealing: noSealing,
});

// A minute less than the job may take, so that the incident under way is finished.
const rotationBudget = 4 * 60_000;
const rotationRoom = () => ({
  ...walkRoom(),
  keyring: openKeyring(stage().database),
  masters: openMasters(stage().settings),
  hasTime: budget(rotationBudget),
});

const erasureRoom = once(() => {
  const { database } = stage();
  return {
    ...walkRoom(),
    erasures: openErasures({ database, newId }),
    shredList: openShredList(database),
  };
});

const returnRoom = once(() => {
  const { database } = stage();
  return {
    notices: openNotices(database),
    contacts: openContacts(database),
    returns: openReturns(database),
    world: openWorld(),
  };
});

/**
 * A scheduled job: waiting notices are hastened, deadlines follow a newer calendar, a year without one is
 * told of, a settled quarter is released, what the stream did not bring is caught up, notices are compared with the record, what was written is
 * vouched for, canaries are looked for and set off, data keys are wrapped anew under the newest master,
 * orders of erasure are carried out, or what a restored backup brought back is destroyed again. A mail that came
 * back is taken back when SES tells of it.
 */
export async function handler(event: unknown) {
  const wish = order.parse(event);
  if (wish.job === 'mailReturned') return returned(wish.detail, returnRoom());
  if (wish.job === 'release') return release(wish.period ?? settledQuarter(now()), releaseRoom());
  return works[wish.job]();
}

type Plain = Exclude<z.infer<typeof order>['job'], 'release' | 'mailReturned'>;

/** What each job without a wish of its own does. */
const works: { readonly [Job in Plain]: () => Promise<unknown> } = {
  retry: () => retry(now(), retryRoom()),
  catchUp: () => catchUp(catchUpRoom()),
  canary: () => canaryRound({ ...walkRoom(), ...retryRoom() }),
  replan: () => replanAll(replanRoom()),
  followCalendar: () => followCalendar(replanRoom()),
  watchCalendar: () => watchCalendar(walkRoom()),
  proveNotices: () =>
    proveCases({ ...catchUpRoom(), noticeBook: openNoticeBook(stage().database) }),
  digestHeads: () => digestHeads({ ...digestStage(), hasTime: budget(digestBudget) }),
  rotateKeys: () => rotateKeys(rotationRoom()),
  erase: () => eraseDue(erasureRoom()),
  replayErasures: () => replayErasures(erasureRoom()),
};
