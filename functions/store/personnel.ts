import type { DirectoryActs } from '#app/ports/personnel.ts';
import type { Officer } from '#domain/directory.ts';
import { ahead, delegating, leaving, mayHold, most } from '#domain/personnel.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { contactOf } from './appointments.ts';
import { itemVersion } from './body.ts';
import { readOfficer } from './directory.ts';
import type { Draft } from './draft.ts';
import {
  changeOfficer,
  endDelegation,
  holding,
  isLink,
  keepPost,
  keepTenure,
  losePost,
  officerIn,
  postIn,
  standDown,
  standingOf,
} from './posts.ts';
import { keys } from './table.ts';
import { isThemselves, type Signed } from './turn.ts';

type Done = Promise<Refusal | undefined>;

/** The acts on officers and posts. */
export const personnel = {
  suspendOfficer: async (draft, { officer: id }, { now }) => {
    const officer = await officerIn(draft, id);
    if (officer === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
    for (const held of ahead(officer.delegated, now)) await standDown(draft, id, held, now);
    return stand(draft, id, (each) => ({ ...each, disabled: true }));
  },
  restoreOfficer: (draft, { officer }) =>
    stand(draft, officer, (each) => ({ ...each, disabled: false })),
  setContact: async (draft, { officer: id, ...contact }) => {
    const item = await draft.read(keys.officer(id));
    if (readOfficer(item) === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
    draft.write({ ...item, ...keys.officer(id), ...contactOf(contact) });
    return undefined;
  },
  restoreAddress: async (draft, { officer: id }) => {
    if ((await officerIn(draft, id)) === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
    const mark = await draft.read(keys.unreachable(id));
    if (mark?.['unreachable'] !== undefined)
      draft.write({ ...keys.unreachable(id), v: itemVersion });
    return undefined;
  },
  linkSubject: async (draft, { officer: id, subject }, { by }) => {
    const officer = await officerIn(draft, id);
    if (officer === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
    const { subject: before, ...rest } = officer;
    if ((before ?? id) === subject) return undefined;
    if (by.id === id) return refuse('OWN_ACCOUNT', ['officer']);
    const isBack = subject === id;
    if (!isBack && (await isTaken(draft, subject))) return refuse('SUBJECT_TAKEN', ['subject']);
    if (before !== undefined) draft.write({ ...keys.officer(before), v: itemVersion });
    if (!isBack) draft.write({ ...keys.officer(subject), v: itemVersion, subjectOf: id });
    return changeOfficer(draft, id, () => (isBack ? rest : { ...rest, subject }));
  },
  recordLeave: async (draft, { officer: id, ...stretch }, { now }) => {
    const officer = await officerIn(draft, id);
    if (officer === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
    const leave = leaving(officer, stretch, now);
    if (isRefusal(leave)) return leave;
    return stand(draft, id, (each) => ({ ...each, leave }));
  },
  cancelLeave: (draft, { officer: id, from }) =>
    stand(draft, id, (each) => {
      const others = each.leave?.filter((stretch) => stretch.from !== from);
      return others === undefined ? each : { ...each, leave: others };
    }),
  disablePost: async (draft, seat, { now }) => {
    const post = await postIn(draft, seat);
    if (post === undefined) return refuse('POST_UNKNOWN', ['post']);
    for (const each of ahead(post.delegations, now)) await endDelegation(draft, post, each, now);
    keepPost(draft, { ...post, disabled: true, delegations: [] });
    if (post.holder !== undefined) await losePost(draft, post.holder, post.id, now);
    return undefined;
  },
  enablePost: async (draft, seat, { by, now }) => {
    const post = await postIn(draft, seat);
    if (post === undefined) return refuse('POST_UNKNOWN', ['post']);
    if (post.disabled && isThemselves(by, post.holder)) return refuse('OWN_RIGHTS', ['post']);
    const enabled = { ...post, disabled: false };
    const holder = post.holder === undefined ? undefined : await officerIn(draft, post.holder);
    keepPost(draft, holder === undefined ? enabled : { ...enabled, ...standingOf(holder) });
    if (holder === undefined) return undefined;
    const { id, role, unit, agency } = post;
    const posts = holding(holder.posts, { id, role, unit, agency });
    if (posts.length > most.posts) return refuse('TOO_MANY', ['post']);
    if (!mayHold(holder, role, now)) return refuse('ROLES_APART', ['post']);
    return changeOfficer(draft, holder.id, (officer) => ({ ...officer, posts }));
  },
  delegatePost: async (draft, { unit, post: id, ...wish }, { by, now }) => {
    if (isThemselves(by, wish.to)) return refuse('OWN_RIGHTS', ['to']);
    const [post, officer] = await Promise.all([
      postIn(draft, { unit, post: id }),
      officerIn(draft, wish.to),
    ]);
    if (post === undefined) return refuse('POST_UNKNOWN', ['post']);
    if (officer === undefined) return refuse('OFFICER_UNKNOWN', ['to']);
    const delegation = delegating(post, officer, wish, now);
    if (delegation === undefined || isRefusal(delegation)) return delegation;
    keepPost(draft, { ...post, delegations: [...ahead(post.delegations, now), delegation] });
    const { role, agency } = post;
    const { to, document, ...stretch } = delegation;
    keepTenure(draft, { post: id, officer: to, agency, document, ...stretch });
    return changeOfficer(draft, to, (each) => ({
      ...each,
      delegated: [...ahead(each.delegated, now), { id, role, unit, agency, ...stretch }],
    }));
  },
  revokeDelegation: async (draft, { from, ...seat }, { now }) => {
    const post = await postIn(draft, seat);
    if (post === undefined) return refuse('POST_UNKNOWN', ['post']);
    const found = ahead(post.delegations, now).find((each) => each.from === from);
    if (found === undefined) return undefined;
    const others = (post.delegations ?? []).filter((each) => each.from !== from);
    keepPost(draft, { ...post, delegations: others });
    await endDelegation(draft, post, found, now);
    return undefined;
  },
} satisfies {
  readonly [Act in keyof DirectoryActs]?: (
    draft: Draft,
    wish: DirectoryActs[Act],
    signed: Signed,
  ) => Done;
};

/** Changes how an officer stands, on all posts they hold. */
async function stand(draft: Draft, id: string, to: (officer: Officer) => Officer): Done {
  const officer = await officerIn(draft, id);
  if (officer === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
  const after = to(officer);
  for (const { unit, id: post } of officer.posts) {
    const held = await postIn(draft, { unit, post });
    if (held !== undefined) keepPost(draft, { ...held, ...standingOf(after) });
  }
  return changeOfficer(draft, id, () => after);
}

async function isTaken(draft: Draft, subject: string): Promise<boolean> {
  const item = await draft.read(keys.officer(subject));
  return readOfficer(item) !== undefined || isLink(item);
}
