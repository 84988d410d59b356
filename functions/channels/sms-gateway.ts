import type { Answered, Service, ShortParcel } from '#app/ports/notices.ts';

/** An HTTP gateway for short messages, as its operator describes it. */
export type Gateway = {
  readonly url: string;
  /** JSON in which `{to}`, `{text}` and `{ref}` stand for what is sent. */
  readonly body: string;
  /** What is shown as bearer token; nothing where the gateway asks for none. */
  readonly secret: string | undefined;
  /** Goes off when the gateway has had its time. */
  readonly patience: () => AbortSignal;
};

/** Short messages through a gateway over HTTP: only an answer of 2xx says that one is sent. */
export function gatewayService({ url, body, secret, patience }: Gateway): Service<ShortParcel> {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
  };
  return async (parcel) => {
    const request = { method: 'POST', headers, body: filled(body, parcel) };
    try {
      // A gateway that has moved is configured anew; nobody is shown the secret on the way there.
      const answer = await fetch(url, { ...request, redirect: 'manual', signal: patience() });
      await answer.body?.cancel();
      return answeredBy(answer.status);
    } catch (failure) {
      if (failure instanceof TypeError || failure instanceof DOMException)
        return { verdict: 'LATER', code: 'GATEWAY_UNREACHED', message: null };
      throw failure;
    }
  };
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
