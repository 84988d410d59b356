import { createHash } from 'node:crypto';

/** Hex SHA-256 of a secret of 256 bits: it is too long to be guessed, so no slow hash is needed. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
