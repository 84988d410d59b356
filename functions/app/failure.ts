/** The name of a failure, fit for a log: what kind it was, and none of its content. */
export function nameOf(failure: unknown): string {
  return failure instanceof Error ? failure.name : 'unknown';
}
