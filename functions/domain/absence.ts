import type { Instant } from './time.ts';

/** A stretch of time, up to and without its end. */
export type Stretch = { readonly from: Instant; readonly until: Instant };

/** Whether an instant lies in a stretch. */
export function covers({ from, until }: Stretch, at: Instant): boolean {
  return from <= at && at < until;
}

/** Whether two stretches have an instant in common. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.from < b.until && b.from < a.until;
}

/** An officer acts by a post that another one holds, for a stretch, by the document that says so. */
export type Delegation = Stretch & { readonly to: string; readonly document: string };
