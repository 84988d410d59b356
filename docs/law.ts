import type { Span } from '#domain/deadline.ts';
import type { Hold, Ladder, LadderSpan, Rung } from '#domain/ladder.ts';
import { defaultLadders } from '#domain/ladders/registry.ts';
import { type Limit, ladderNames, type Procedure } from '#domain/procedure.ts';
import { listed, spoken, table } from './markdown.ts';
import { legWords, roleWord, rungWords, subjectWords, turnWords } from './words.ts';

/** Turns the number of a policy into a link to its record. */
export type PolicyLink = (number: string) => string;

/** A procedure: where and when it holds, and every limit of it. */
export function procedureText(procedure: Procedure, policy: PolicyLink): string {
  const { id, title, decidedBy, validFrom, validUntil, territory, limits } = procedure;
  const until = validUntil === undefined ? '' : ` until ${validUntil}`;
  return [
    `### ${title} (\`${id}\`)`,
    `Decided by: ${decidedBy}. In force from ${validFrom}${until} in ${territory.join(', ')}.`,
    table(
      ['Id', 'Duty (vi)', 'Duty (en)', 'Time', 'Whose duty', 'Must act', 'Ladder', 'Stands in'],
      limits.map((limit) => limitRow(limit, policy)),
    ),
    'What starts, meets and voids each of them:',
    table(['Id', 'Starts with', 'Met by', 'Void after'], limits.map(triggerRow)),
  ].join('\n\n');
}

function limitRow(limit: Limit, policy: PolicyLink): readonly string[] {
  const { id, title, leg, by, ladder } = limit;
  const binds = limit.conditional ? '; binds only once serious harm or an emergency is found' : '';
  return [
    `**${id}**`,
    title.vi,
    title.en,
    `${spanWords(limit.within)}${subjectText(limit)}${binds}`,
    legWords[leg],
    roleWord(by),
    ladder.toLowerCase(),
    basisText(limit, policy),
  ];
}

function subjectText({ each }: Limit): string {
  if (each === undefined) return '';
  return each === 'PLAN' ? `, from ${subjectWords.PLAN}` : `, for ${subjectWords[each]}`;
}

function basisText({ law, policy: number, startChosenBy }: Limit, policy: PolicyLink): string {
  const basis = law ?? `policy ${policy(number ?? '')}`;
  return startChosenBy === undefined
    ? basis
    : `${basis}; its start: policy ${policy(startChosenBy)}`;
}

function triggerRow({ id, from, when, until, voidedBy, voidWhen }: Limit): readonly string[] {
  const [starts = '', ...ends] = [from, until, voidedBy].map((facts) => listed(facts.map(spoken)));
  const only = when === undefined ? '' : ` – ${turnWords[when]}`;
  const [met = '', gone = ''] = ends;
  const turned = voidWhen === undefined ? '' : `, or ${turnWords[voidWhen]}`;
  return [`**${id}**`, `${starts}${only}`, met, `${gone}${turned}`];
}

/** A length of time in words. */
export function spanWords(span: Span): string {
  switch (span.unit) {
    case 'HOURS':
      return counted(span.count, 'hour');
    case 'WORKING_HOURS':
      return counted(span.count, 'working hour');
    case 'WORKING_DAYS':
      return counted(span.count, 'working day');
    case 'CALENDAR_DAYS':
      return `${counted(span.count, 'day')}${span.rolls ? '' : ', rest days counted'}`;
    case 'MONTHS':
      return `${counted(span.count, 'month')}${span.rolls ? '' : ', rest days counted'}`;
    case 'UNTIL_DAY':
      return 'to the end of the day named in the record';
  }
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

/** The default ladders, rung by rung, and how long an acknowledgement holds each. */
export function ladderText(): string {
  return ladderNames
    .map((name) =>
      [
        `### ${name.charAt(0)}${name.slice(1).toLowerCase()}`,
        ladderTable(defaultLadders.ladders[name].rungs),
        holdText(defaultLadders.ladders[name].hold),
      ].join('\n\n'),
    )
    .join('\n\n');
}

const ladderTable = (rungs: readonly Rung[]): string =>
  table(['Rung', 'When', 'What it does', 'Who is told'], rungs.map(rungRow));

function holdText({ NAMED, ANONYMOUS }: Ladder['hold']): string {
  return `An acknowledgement ${holdWords(NAMED)}; one by a link, which names nobody, ${holdWords(ANONYMOUS)}.`;
}

function holdWords(hold: Hold): string {
  return hold.effect === 'STOPS' ? 'ends the climb' : `holds one rung for ${ladderWords(hold.by)}`;
}

/** A span of a ladder in words. */
const ladderWords = ({ unit, count }: LadderSpan): string =>
  unit === 'MINUTES' ? counted(count, 'minute') : spanWords({ unit, count });

function rungRow({ id, kind, at, tell }: Rung): readonly string[] {
  return [id, instantWords(at), rungWords[kind], listed(tell.map(roleWord))];
}

function instantWords(at: Rung['at']): string {
  if ('after' in at) return `${ladderWords(at.after)} after the due instant`;
  if ('before' in at) return `${ladderWords(at.before)} before the due instant`;
  return at.share === 1 ? 'at the due instant' : `after ${at.share * 100} % of the time`;
}
