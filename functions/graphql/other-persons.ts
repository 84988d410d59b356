import type { Case } from '#domain/case/case.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import { type Redaction, redaction } from '#domain/redaction.ts';
import type { Context } from './context.ts';
import type { Wanted } from './opener.ts';

/** What tells of other persons than the child: members of the papers that are about them. */
const telling: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  INFORMANT: ['name', 'phone', 'address', 'note'],
  PERPETRATOR: ['fullName', 'note'],
  CARE: ['carer', 'phone', 'address'],
  IDENTITY: ['fullName'],
};

// A note of two or three words is a phrase that stands anywhere, and nobody is known by it.
const leastNote = 12;

/**
 * Strikes out of what is given to a child whoever reported, is alleged or cares for it, and the other children of
 * the incident. What the child says of itself stays: to share a home with somebody gives nobody away.
 */
export async function othersStruck(state: Case, context: Context): Promise<Redaction> {
  const { incident } = await context.incidents.load(state.incident);
  const siblings = incident.cases.filter(({ id }) => id !== state.id);
  const states = await context.states.loadMany(siblings.map(({ id }) => id));
  const others = states.filter((each): each is Case => each !== null && !(each instanceof Error));
  const reports = incident.reports.flatMap(({ papers }, at) =>
    papers
      .filter((kind) => telling[kind] !== undefined)
      .map((kind) => ({ state, kind, version: at + 1 })),
  );
  const wanted = [
    ...reports,
    ...every(state, 'CARE'),
    ...others.flatMap((each) => every(each, 'IDENTITY')),
  ];
  const own = await ownTexts(state, context);
  const read = await context.opener.compare(wanted);
  const texts = read.flatMap((paper, at) => textsIn(paper, telling[wanted[at]?.kind ?? 'NOTE']));
  return redaction(texts.filter((text) => !own.includes(text)));
}

/** All versions of a paper of the child. */
export function every(state: Case, kind: PaperKind): readonly Wanted[] {
  const versions = Array.from({ length: state.papers[kind] ?? 0 }, (_, at) => at + 1);
  return versions.map((version) => ({ state, kind, version }));
}

async function ownTexts(state: Case, { opener }: Context): Promise<readonly string[]> {
  const identities = await opener.compare(every(state, 'IDENTITY'));
  return identities.flatMap((paper) => textsIn(paper, ['fullName', 'address']));
}

function textsIn(paper: unknown, members: readonly string[] = []): readonly string[] {
  const people = (Array.isArray(paper) ? paper : [paper]) as Readonly<Record<string, unknown>>[];
  return people.flatMap((person) =>
    members.flatMap((member) => {
      const text = person[member];
      const isTelling = member !== 'note' || String(text).length >= leastNote;
      return typeof text === 'string' && isTelling ? [text] : [];
    }),
  );
}
