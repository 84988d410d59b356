import { groundOffered } from '#domain/case/subject-request.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import { courseOf, givenUnder } from '#domain/subject-access.ts';
import type { CaseView } from '#domain/view.ts';
import type { Resolvers } from '#schema/generated.ts';
import { type Context, sought } from '../context.ts';
import { every, othersStruck } from '../other-persons.ts';
import type { Read } from '../papers.ts';
import type { CaseGiven } from '../views.ts';

/** All versions of a paper, opened for this request and written into the register, with other persons struck out. */
async function given<Kind extends PaperKind>(
  kind: Kind,
  { view, struck }: CaseGiven,
  { opener }: Context,
): Promise<readonly Read<Kind>[]> {
  const read = await Promise.all(
    every(view.state, kind).map(({ version }) => opener.open(view, kind, version)),
  );
  const found = read.filter((paper) => paper !== null);
  return found.length === 0 ? [] : (await struck())(found);
}

/** One part of every version. */
function givenAs<Kind extends PaperKind, Part>(kind: Kind, part: (paper: Read<Kind>) => Part) {
  return async (parent: CaseGiven, _arguments: unknown, context: Context) =>
    (await given(kind, parent, context)).map(part).filter((each) => each !== null);
}

const whole = <Paper>(paper: Paper): Paper => paper;
const text = <Words>(paper: { readonly text: Words }): Words => paper.text;

async function disclosuresGiven({ view, struck }: CaseGiven, { opener }: Context) {
  const told = (view.state.disclosures ?? []).map(async (each, at) => {
    const paper = await opener.open(view, 'DISCLOSURE', at + 1);
    return { ...each, recipientName: (await struck())(paper?.recipient ?? null) };
  });
  return Promise.all(told);
}

function caseGiven(view: CaseView, context: Context): CaseGiven {
  let struck: ReturnType<CaseGiven['struck']> | undefined;
  return {
    view,
    struck: () => {
      struck ??= othersStruck(view.state, context);
      return struck;
    },
  };
}

/** What is kept about a child, for the child or whoever speaks for it. */
export const subject = {
  Query: {
    subjectExport: async (_parent, { caseId, request }, context) => {
      const seen = await sought(caseId, 'subjectExport', context);
      if (seen === null) return null;
      const view = givenUnder(request, seen, context.actor);
      if (view !== undefined) {
        context.accessLog.shown(view);
        return caseGiven(view, context);
      }
      context.accessLog.refused('subjectExport', { caseId });
      return null;
    },
  },
  Case: {
    subjectRequests: (view) =>
      (view.state.subjectRequests ?? []).map((each) => ({ ...each, view })),
  },
  SubjectRequest: {
    groundOffered: (request) => groundOffered(request),
    note: async ({ view, note }, _arguments, { opener }) =>
      note === null ? null : ((await opener.open(view, 'NOTE', note))?.text ?? null),
  },
  SubjectExport: {
    caseCode: ({ view }) => view.state.code,
    receivedAt: ({ view }) => view.state.receivedAt,
    step: ({ view }) => view.state.step,
    categories: ({ view }) => [...view.state.profile.categories],
    identities: givenAs('IDENTITY', whole),
    narratives: givenAs('NARRATIVE', whole),
    initialAssessments: givenAs('FORM02', whole),
    needsAssessments: givenAs('FORM03', whole),
    minutes: givenAs('MINUTES', text),
    plans: givenAs('FORM04', ({ goals, items }) => ({
      goals,
      items: items.map((item) => ({ ...item, responsible: null })),
    })),
    decisions: givenAs('FORM05', text),
    reviews: givenAs('FORM06', whole),
    isolations: givenAs('FORM07', ({ note }) => note),
    measures: givenAs('MEASURE', text),
    followUps: givenAs('FOLLOW_UP', text),
    disclosures: (parent, _arguments, context) => disclosuresGiven(parent, context),
    steps: async ({ view }, _arguments, { around, law }) => {
      const events = await around.ledger.events(view.state.id, 0);
      const { procedures } = await law();
      return [
        ...courseOf(
          events.flatMap(({ facts }) => facts),
          procedures,
        ),
      ];
    },
  },
} satisfies Resolvers;
