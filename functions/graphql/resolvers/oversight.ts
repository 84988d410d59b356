import type { CaseView } from '#domain/view.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Context } from '../context.ts';

/** The words of one version of the sealed paper, opened for this request and written into the register of reads. */
async function words(view: CaseView, version: number | null, { opener }: Context) {
  return version === null ? null : ((await opener.open(view, 'OVERSIGHT', version))?.text ?? null);
}

/** Who is kept out of a case, and who looked into it in an emergency. */
export const oversight = {
  Case: {
    exclusions: (view) =>
      view.sees.has('OVERSIGHT')
        ? (view.state.exclusions ?? []).map((each) => ({ ...each, view }))
        : null,
    glasses: (view) =>
      view.sees.has('OVERSIGHT')
        ? (view.state.glasses ?? []).map((each) => ({ ...each, view }))
        : null,
  },
  Exclusion: {
    unitCode: ({ unit }) => unit,
    heldBy: ({ held }) => [...new Set(held.map(({ officer }) => officer))],
    since: ({ at }) => at,
    note: ({ view, note }, _arguments, context) => words(view, note, context),
  },
  Glass: {
    reason: ({ view, reason }, _arguments, context) => words(view, reason, context),
  },
} satisfies Resolvers;
