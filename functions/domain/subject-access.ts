import type { Bilingual } from './bilingual.ts';
import type { Fact } from './case/event.ts';
import { groundOffered, unanswered } from './case/subject-request.ts';
import { isReview } from './case/terms.ts';
import { triggerWords } from './deadline-words.ts';
import { type Actor, may } from './permission.ts';
import { limitOf, type Procedure } from './procedure.ts';
import type { Instant } from './time.ts';
import { type CaseView, viewForChild } from './view.ts';

/**
 * The case as it may be given under a request: by a person who may answer it, while nobody has, and never to
 * somebody in conflict or unverified.
 *
 * @policy 0044
 */
export function givenUnder(request: string, seen: CaseView, actor: Actor): CaseView | undefined {
  const { state } = seen;
  const found = unanswered(state, request);
  if (found === undefined || groundOffered(found) !== null) return undefined;
  const isTheirs = actor.kind === 'OFFICER' && may(actor, 'answerSubjectRequest', state);
  return isTheirs ? viewForChild(seen, request) : undefined;
}

/** Something that happened to a case or was owed in it, as the child may read it. */
export type ToldStep = {
  readonly type: Exclude<Fact['type'], 'CanarySetOff'>;
  readonly at: Instant;
  readonly words: Bilingual;
  /** Where a duty ends, or ended. */
  readonly dueAt: Instant | null;
  readonly how: 'MET' | 'MET_LATE' | 'VOID' | null;
};

/** Of these the child is told nothing: they are about officers. */
const aside: readonly Fact['type'][] = ['CanarySetOff', 'GlassBroken', 'GlassReviewed'];
const words = new Map<string, Bilingual>(
  Object.entries(triggerWords).filter(([type]) => !aside.some((each) => each === type)),
);

/** What the facts of a case tell the child: its steps, and what was owed to it until when, each in words. */
export function courseOf(
  facts: readonly Fact[],
  procedures: readonly Procedure[],
): readonly ToldStep[] {
  return facts.flatMap((fact) => {
    const said = wordsOf(fact, procedures);
    return said === undefined || fact.type === 'CanarySetOff' ? [] : [step(fact, said, fact.type)];
  });
}

function step(fact: Fact, words: Bilingual, type: ToldStep['type']): ToldStep {
  const dueAt = 'dueAt' in fact ? fact.dueAt : null;
  return { type, at: fact.about, words, dueAt, how: 'how' in fact ? fact.how : null };
}

function wordsOf(fact: Fact, procedures: readonly Procedure[]): Bilingual | undefined {
  return 'deadline' in fact ? dutyWords(fact, procedures) : words.get(fact.type);
}

/** Only these turns of a duty are told: who was reminded, and when, is about officers. */
const turns: readonly Fact['type'][] = [
  'DeadlineSet',
  'DeadlineMoved',
  'DeadlineClosed',
  'BreachRecorded',
];

function dutyWords(
  { type, deadline }: Extract<Fact, { readonly deadline: object }>,
  procedures: readonly Procedure[],
): Bilingual | undefined {
  if (!turns.includes(type) || isReview(deadline.rule)) return undefined;
  return procedures.map((each) => limitOf(each, deadline.rule)).find(Boolean)?.title;
}
