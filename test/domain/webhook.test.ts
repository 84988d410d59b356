import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '#domain/notice.ts';
import { instant, plusHours } from '#domain/time.ts';
import {
  isOn,
  payloadOf,
  presentStop,
  rotated,
  versionsAt,
  type Webhook,
} from '#domain/webhook.ts';
import { stopLetter } from '#domain/webhook-letter.ts';

const now = instant('2026-01-05T08:00:00+07:00');
const webhook: Webhook = {
  id: 'partner@91001',
  app: 'partner',
  unit: '91001',
  agency: null,
  url: 'https://partner.test.example/',
  kinds: null,
  version: 1,
  formerUntil: null,
  enabledAt: now,
};
const stopAt = (hours: number) => ({ at: plusHours(now, hours), why: 'GONE' }) as const;

describe('a webhook', () => {
  it.each([
    ['enabled', {}, true],
    ['never enabled', { webhook: { ...webhook, enabledAt: null } }, false],
    ['of an app that may not be told', { admitted: false }, false],
    ['stopped since', { stop: stopAt(1) }, false],
    ['stopped at that very instant', { stop: stopAt(0) }, false],
    ['stopped before it was enabled anew', { stop: stopAt(-1) }, true],
  ])('that is %s is on or off', (_, more, expected) => {
    expect(isOn({ webhook, stop: null, admitted: true, ...more })).toBe(expected);
  });

  it('shows the stop that holds, also after it was disabled', () => {
    expect(presentStop({ webhook, stop: stopAt(-1) })).toBeNull();
    expect(presentStop({ webhook: { ...webhook, enabledAt: null }, stop: stopAt(-1) })).toEqual(
      stopAt(-1),
    );
  });

  it('signs under the secret before for as long as was said, and not an instant longer', () => {
    const next = rotated(webhook, 24, now);
    expect(next).toMatchObject({ version: 2, enabledAt: now });
    expect(versionsAt(webhook, now)).toEqual([1]);
    expect(versionsAt(next, plusHours(now, 23.99))).toEqual([2, 1]);
    expect(versionsAt(next, plusHours(now, 24))).toEqual([2]);
    expect(versionsAt(rotated(webhook, 0, now), now)).toEqual([2]);
    // Two changes in a day: the first of all is known to nobody any more.
    expect(versionsAt(rotated(next, 24, now), now)).toEqual([3, 2]);
  });
});

describe('what is posted', () => {
  it('has four members, and nothing that partners wrote or that names the case', () => {
    const text = fc.string({ minLength: 8 }).map((said) => `SAID-${said}`);
    fc.assert(
      fc.property(text, text, (caseId, subject) => {
        const deadline = `D09.I.1.${subject}.1.0`;
        const notice: Notice = {
          id: `${caseId}#${deadline}#0#1#COMMUNE_WORKER@91001`,
          caseId,
          caseCode: 'LC-0000001-3',
          kind: 'BREACH',
          post: { id: 'COMMUNE_WORKER@91001', role: 'COMMUNE_WORKER', unit: '91001' },
          emergency: true,
          about: now,
          duty: { deadline, rule: 'D09', procedure: 'ND56/2017', dueAt: now },
        };
        expect(payloadOf(notice, 'reference')).toEqual({
          type: 'notice.breach',
          timestamp: now,
          data: {
            notice: 'reference',
            kind: 'BREACH',
            post: 'COMMUNE_WORKER@91001',
            caseCode: 'LC-0000001-3',
          },
        });
      }),
    );
  });
});

it('tells administrators which webhook stopped, why, and what to do, in two languages', () => {
  const gone = stopLetter(webhook, 'GONE');
  expect(gone.subject).toBe('Webhook partner@91001 đã ngừng gửi');
  for (const said of ['410', 'enableWebhook', 'replayWebhooks', 'has stopped', 'đã ngừng gửi'])
    expect(gone.text).toContain(said);
  expect(stopLetter(webhook, 'EXHAUSTED').text).toContain('75');
  expect(gone.text).not.toContain(webhook.url);
});
