import type { CommandOf } from '#domain/case/command.ts';
import type { Instant } from '#domain/time.ts';

/** A report of a made-up child in a commune. */
export function reportOf(
  unit: string,
  caseId: string,
  receivedAt: Instant,
  more: Partial<CommandOf<'receiveReport'>> = {},
): CommandOf<'receiveReport'> {
  return {
    type: 'receiveReport',
    caseId,
    happenedAt: null,
    receivedAt,
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit: unit,
    residenceUnit: null,
    child: { sex: 'FEMALE', bornOn: null, estimatedAge: 9 },
    otherChildren: [],
    papers: {
      IDENTITY: { fullName: 'Trẻ Thử Nghiệm' },
      NARRATIVE: { currentCondition: 'giả định' },
    },
    ...more,
  };
}
