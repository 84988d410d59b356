import type { Resolvers } from '#schema/generated.ts';
import type { Context } from '../context.ts';
import type { ReportOfIncident } from '../views.ts';

/** A paper of one report, opened for this request and written into the register of reads. */
function opened<Kind extends 'NARRATIVE' | 'INFORMANT' | 'PERPETRATOR'>(kind: Kind) {
  return ({ view, place }: ReportOfIncident, _arguments: unknown, { opener }: Context) =>
    opener.open(view, kind, place);
}

/** The incident of a case: its reports, and those of its cases the caller may see. */
export const incident = {
  Case: {
    incident: async (view, _arguments, { incidents }) => ({
      view,
      incident: (await incidents.load(view.state.incident)).incident,
    }),
  },
  Incident: {
    id: ({ incident: { id } }) => id,
    childCount: ({ incident: { cases } }) => cases.length,
    reports: ({ incident: { reports }, view }) =>
      reports.map((report, at) => ({ ...report, place: at + 1, view })),
    cases: async ({ incident: { cases } }, _arguments, context) => {
      const views = await Promise.all(cases.map(({ id }) => context.cases.load(id)));
      return views.filter((view) => view !== null);
    },
  },
  IncidentReport: {
    number: ({ place }) => place,
    form: ({ number }) => number,
    unitCode: ({ openedBy }) => openedBy.unit,
    agency: ({ openedBy }) => openedBy.agency,
    role: ({ openedBy }) => openedBy.role,
    narrative: opened('NARRATIVE'),
    informant: opened('INFORMANT'),
    perpetrators: opened('PERPETRATOR'),
  },
} satisfies Resolvers;
