import type { Bilingual } from './bilingual.ts';
import type { StopReason, Webhook } from './webhook.ts';

const reasons: Readonly<Record<StopReason, Bilingual>> = {
  GONE: {
    vi: 'Máy chủ của đối tác báo địa chỉ không còn (410).',
    en: "The partner's server said that the address is gone (410).",
  },
  EXHAUSTED: {
    vi: 'Đã gửi lại nhiều lần trong khoảng 75 giờ nhưng máy chủ của đối tác không nhận.',
    en: "The partner's server took nothing for some 75 hours, however often it was asked.",
  },
};

const words = 'webhook-1';

/** The letter to administrators about a webhook that stopped: of no case and no child. */
export function stopLetter({ id, app }: Pick<Webhook, 'id' | 'app'>, why: StopReason) {
  const { vi, en } = reasons[why];
  const text = [
    `Webhook ${id} của ứng dụng ${app} đã ngừng gửi.`,
    vi,
    'Thông báo vẫn được lưu lại và không mất. Sau khi đối tác khắc phục, hãy bật lại bằng',
    'enableWebhook rồi gửi lại bằng replayWebhooks.',
    '',
    '---',
    '',
    `The webhook ${id} of the app ${app} has stopped.`,
    en,
    'Notices are kept and none is lost. When the partner has mended it, switch it on with',
    'enableWebhook, and send again what was kept with replayWebhooks.',
    '',
  ].join('\n');
  return { subject: `Webhook ${id} đã ngừng gửi`, text, words };
}
