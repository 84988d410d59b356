import type { LinkSecret } from '#sealing/link-token.ts';
import { type Environment, needed } from './environment.ts';

/** The secrets of links of this stage, the one that signs first. */
export function linkSecrets(settings: Environment): readonly LinkSecret[] {
  return needed(settings, 'LINK_SECRETS')
    .split(',')
    .map((each) => {
      const [version = '', secret = ''] = each.split(':');
      return { version: Number(version), secret };
    });
}
