import type { Case } from './case.ts';
import type { Papers } from './command.ts';
import { type PaperKind, type PaperRef, paperKinds } from './terms.ts';

/** What a report says of the incident and not of one child; it is sealed once for all its cases. */
export const reportKinds: readonly PaperKind[] = ['NARRATIVE', 'INFORMANT', 'PERPETRATOR'];

/** Whether a paper belongs to a report of the incident. */
export function isOfReport(kind: PaperKind): boolean {
  return reportKinds.includes(kind);
}

/** The papers that belong to the report, or those that belong to the child alone. */
export function papersOf(whose: 'REPORT' | 'CHILD', papers: Papers): Papers {
  const kinds = Object.entries(papers) as [PaperKind, Papers[PaperKind]][];
  return Object.fromEntries(kinds.filter(([kind]) => isOfReport(kind) === (whose === 'REPORT')));
}

/** The references under which the papers of a command are filed: each a new version of its kind. */
export function paperRefs(state: Case | undefined, papers: Papers): readonly PaperRef[] {
  return kindsIn(papers).map((kind) => ({ kind, version: (state?.papers[kind] ?? 0) + 1 }));
}

/** The same for a report: what it says of the incident has the number of the report as its version. */
export function reportRefs(report: number, papers: Papers): readonly PaperRef[] {
  return kindsIn(papers).map((kind) => ({ kind, version: isOfReport(kind) ? report : 1 }));
}

function kindsIn(papers: Papers): readonly PaperKind[] {
  return paperKinds.filter((kind) => papers[kind] !== undefined);
}

/** The newest version of each kind, after some more papers. */
export function filed(
  before: Case['papers'],
  papers: readonly PaperRef[],
): Readonly<Partial<Record<PaperKind, number>>> {
  return { ...before, ...Object.fromEntries(papers.map(({ kind, version }) => [kind, version])) };
}
