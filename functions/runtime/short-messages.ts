import type { Service, ShortParcel } from '#app/ports/notices.ts';
import { snsClient, snsService } from '#channels/sms.ts';
import { gatewayService } from '#channels/sms-gateway.ts';
import type { Environment } from './environment.ts';

// The notifier has thirty seconds for all it takes from the queue at once.
const patienceMs = 5_000;

/** The service for short messages that the settings name: a gateway over HTTP, or else SNS. */
export function openShortMessages(settings: Environment): Service<ShortParcel> {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_BODY: body, SMS_GATEWAY_SECRET: secret } = settings;
  const { SMS_GATEWAY_ACCEPTS: accepts } = settings;
  if (url === undefined) return snsService(snsClient(settings.SNS_ENDPOINT));
  const patience = () => AbortSignal.timeout(patienceMs);
  return gatewayService({ url, body, secret, accepts, patience });
}
