import { day, hour, inOffice, minute, quarterAt } from '../local-time.ts';
import { madeUp } from '../names.ts';
import { type CaseFile, type Chapter, chairOf, type Doer, does, policeOf, wait } from '../story.ts';

/** Somebody else reports the same, later or, as the police find out, earlier than the first. */
export function* furtherReport(file: CaseFile): Chapter {
  const chance = file.chance.of('further report');
  if (!chance.happens(0.08)) return;
  yield* wait(file.now + chance.between(0.05, 30) * day);
  const wanted = chance.happens(0.25)
    ? file.happening.receivedAt - chance.whole(5, 300) * minute
    : file.now - chance.whole(0, 90) * minute;
  const receivedAt = instant(sameQuarter(wanted, file));
  const narrative = { currentCondition: `Tin báo thêm mô phỏng ${madeUp}.` };
  const input = { receivedAt, channel: 'PHONE', narrative };
  yield* does(reporterOf(file), 'addReport', input, { twice: chance.happens(0.06) });
}

/** Hotline 111 speaks of the cases it opened; of all others the police of the commune do. */
function reporterOf({ happening: { source, commune } }: CaseFile): Doer {
  const isHotline = source === 'HOTLINE' || source === 'HOTLINE_MACHINE';
  return isHotline ? { role: 'HOTLINE_111' } : policeOf(commune);
}

/** The chair finds that the report was received earlier than somebody wrote. */
export function* receiptCorrection(file: CaseFile): Chapter {
  const chance = file.chance.of('receipt');
  if (!chance.happens(0.02)) return;
  yield* wait(inOffice(file.now + chance.between(0.1, 20) * day, chance));
  const earlier = file.happening.receivedAt - chance.between(0.1, 3) * hour;
  const corrected = sameQuarter(Math.floor(earlier / minute) * minute, file);
  if (corrected === file.happening.receivedAt) return;
  const reason = chance.pick(['SLIP', 'EVIDENCE']);
  const input = { report: 1, receivedAt: instant(corrected), reason };
  const by = chairOf(file.happening.commune);
  yield* does(by, 'correctReceipt', input, { expects: ['NOT_AVAILABLE'] });
}

const instant = (at: number): string => new Date(at).toISOString();

/** An instant that leaves the case in the quarter in which the book has it. */
function sameQuarter(wanted: number, { happening: { receivedAt } }: CaseFile): number {
  const isEarlier = wanted < receivedAt;
  return isEarlier && quarterAt(wanted) !== quarterAt(receivedAt) ? receivedAt : wanted;
}
