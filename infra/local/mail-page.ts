import type { Mail } from './mail.ts';
import type { CaughtMessage } from './sms.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const vietnamOffsetMs = 7 * 60 * 60 * 1000;

const timeElement = (at: number): string => {
  const local = new Date(at + vietnamOffsetMs).toISOString().slice(0, 19);
  const [year, month, day] = local.slice(0, 10).split('-');
  const shown = `${day}/${month}/${year} ${local.slice(11)}`;
  return `<time datetime="${local}+07:00">${shown}</time>`;
};

const row = (mail: Mail): string => `
        <tr>
          <td>${timeElement(mail.at)}</td>
          <td>${mail.to.map(escaped).join('<br>')}</td>
          <td><details>
            <summary>${escaped(mail.subject) || '(không có tiêu đề)'}</summary>
            <p>Từ: ${escaped(mail.from)}</p>
            <pre>${escaped(mail.text || (mail.html ?? ''))}</pre>
          </details></td>
        </tr>`;

const table = (mails: readonly Mail[]): string => `
    <table>
      <caption>${mails.length} thư, mới nhất ở trên</caption>
      <thead>
        <tr>
          <th scope="col">Thời điểm</th>
          <th scope="col">Người nhận</th>
          <th scope="col">Thư</th>
        </tr>
      </thead>
      <tbody>${mails.map(row).join('')}
      </tbody>
    </table>`;

const messageRow = (message: CaughtMessage): string => `
        <tr>
          <td>${timeElement(message.at)}</td>
          <td>${escaped(message.to)}</td>
          <td>${escaped(message.text)}</td>
        </tr>`;

const messageTable = (messages: readonly CaughtMessage[]): string => `
    <table>
      <caption>${messages.length} tin, mới nhất ở trên</caption>
      <thead>
        <tr>
          <th scope="col">Thời điểm</th>
          <th scope="col">Số nhận</th>
          <th scope="col">Nội dung</th>
        </tr>
      </thead>
      <tbody>${messages.map(messageRow).join('')}
      </tbody>
    </table>`;

const style = `
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff }
      table { border-collapse: collapse; width: 100% }
      caption { text-align: left; padding: 0.5rem 0 }
      th, td { border-bottom: 1px solid #767676; padding: 0.5rem; text-align: left }
      td { vertical-align: top }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }`;

/** The caught mails and short messages as a page; whatever one says is shown as text, never run. */
export const mailPage = (
  mails: readonly Mail[],
  messages: readonly CaughtMessage[] = [],
): string => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Hộp thư thử nghiệm</title>
    <style>${style}
    </style>
  </head>
  <body>
    <main>
    <h1>Hộp thư thử nghiệm</h1>
    <p>Thư chỉ được giữ lại trên máy này, không gửi cho ai.</p>
    ${mails.length === 0 ? '<p>Chưa có thư nào.</p>' : table(mails)}
    <h2>Tin nhắn SMS</h2>
    ${messages.length === 0 ? '<p>Chưa có tin nhắn nào.</p>' : messageTable(messages)}
    </main>
  </body>
</html>
`;
