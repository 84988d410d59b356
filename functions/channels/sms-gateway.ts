import type { Answered, Service, ShortParcel } from '#app/ports/notices.ts';

/** An HTTP gateway for short messages, as its operator describes it. */
export type Gateway = {
  readonly url: string;
  /** JSON in which `{to}`, `{text}` and `{ref}` stand for what is sent. */
  readonly body: string;
  /** What is shown as bearer token; nothing where the gateway asks for none. */
  readonly secret: string | undefined;
  /** What stands in every answer that says a message was taken; nothing where the status says so. */
  readonly accepts: string | undefined;
  /** Goes off when the gateway has had its time. */
  readonly patience: () => AbortSignal;
};

/**
 * Short messages through a gateway over HTTP: only an answer of 2xx says that one is sent, and where the gateway
 * answers so whatever happened, only one with the text in it that says so.
 */
export function gatewayService({
  url,
  body,
  secret,
  accepts,
  patience,
}: Gateway): Service<ShortParcel> {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
  };
  return async (parcel) => {
    const request = { method: 'POST', headers, body: filled(body, parcel) };
    try {
      // A gateway that has moved is configured anew; nobody is shown the secret on the way there.
      const answer = await fetch(url, { ...request, redirect: 'manual', signal: patience() });
      return await answerIn(answer, accepts);
    } catch (failure) {
      if (failure instanceof TypeError || failure instanceof DOMException)
        return { verdict: 'LATER', code: 'GATEWAY_UNREACHED', message: null };
      throw failure;
    }
  };
}

// Whether it is the number, the money or the gateway is said in words of its own; the schedule finds out.
const declined: Answered = { verdict: 'LATER', code: 'GATEWAY_DECLINED', message: null };

const mostLetters = 4096;

/** As much of an answer as is looked at; a gateway that never ends is left when its time is over. */
async function beginning({ body }: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= mostLetters) break;
  }
  return text.slice(0, mostLetters);
}

async function answerIn(answer: Response, accepts: string | undefined): Promise<Answered> {
  const answered = answeredBy(answer.status);
  if (answered.verdict === 'SENT' && accepts !== undefined)
    return (await beginning(answer)).includes(accepts) ? answered : declined;
  await answer.body?.cancel();
  return answered;
}

/** What stands in the text of a message can never end the text that it is put into. */
function filled(template: string, { to, text, ref }: ShortParcel): string {
  const values: Readonly<Record<string, string>> = { to, text, ref };
  return template.replaceAll(/\{(to|text|ref)\}/g, (_, name: string) =>
    JSON.stringify(values[name] ?? '').slice(1, -1),
  );
}

// Wrong is the secret or the pace, and not the message: another attempt may find it mended.
const passing = [401, 403, 407, 408, 425, 429];

function answeredBy(status: number): Answered {
  if (status >= 200 && status < 300) return { verdict: 'SENT', code: null, message: null };
  const isRefused = status >= 400 && status < 500 && !passing.includes(status);
  const verdict = isRefused ? 'REFUSED' : 'LATER';
  // A redirect that is not followed may be shown without its status.
  return {
    verdict,
    code: status === 0 ? 'GATEWAY_REDIRECTED' : `GATEWAY_${status}`,
    message: null,
  };
}
