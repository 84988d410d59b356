import { buildSchema, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { type LaterCommandType, laterCommandTypes } from '#domain/case/command.ts';
import { caseNouns, sdl } from '#schema/sdl.ts';
import { type Answer, send, tokenOf } from './api.ts';
import { classOfField, mayDo, seesOf } from './rights-in-words.ts';
import { type Seated, type Standings, tries } from './standings.ts';

const schema = buildSchema(sdl(caseNouns));

/** The fields of `Case`, from the schema itself. */
export const fieldsOfCase = Object.values(
  (schema.getType('Case') as GraphQLObjectType).getFields(),
);

/** Every field of `Case`, each with enough below it to be null or not. */
export const everyField = fieldsOfCase
  .map(({ name, type }) => (isObjectType(getNamedType(type)) ? `${name} { __typename }` : name))
  .join(' ');

const query = `query ($id: ID!) { case(id: $id) { ${everyField}
  abilities: viewerCan { act allowed why }
  told: incident { reports {
    narrative { __typename } informant { __typename } perpetrators { __typename } } } } }`;

/** A case as somebody is answered it, with every field there is. */
export function reads({ api }: Standings, token: object, id: string): Promise<Answer> {
  return send(api.serve, token, query, { id });
}

const ofReports = ['narrative', 'informant', 'perpetrators'];

// biome-ignore lint/suspicious/noExplicitAny: a case as any query may answer it
type Shown = any;

/** The parts a case says that it shows; none where there is no case. */
export function partsIn(shown: Shown): readonly string[] {
  return (shown?.visibleParts ?? []).toSorted();
}

/** The classed fields of a case that are not null, those of its reports among them. */
export function shownIn(shown: Shown): readonly string[] {
  if (shown === null) return [];
  const own = Object.keys(classOfField).filter((field) => shown[field] !== null);
  const [report] = shown.told.reports;
  const told = ofReports.filter((field) => report[field] !== null);
  return [...own, ...told.map((field) => `reports.${field}`)].toSorted();
}

/** The classed fields that whoever sees some parts is to be shown. */
export function shownBy(sees: readonly string[]): readonly string[] {
  const own = Object.keys(classOfField).filter((field) => sees.includes(classOfField[field] ?? ''));
  const told = ofReports.filter((field) => own.includes(field));
  return [...own, ...told.map((field) => `reports.${field}`)].toSorted();
}

/** The token of somebody in a seat, through an app that narrows nothing. */
export const tokenOfSeat = ({ officer }: Seated) => tokenOf(officer);

/** What the tables in words say that somebody is answered who tries an act, whatever the step. */
export function expectedOf({ role, stands }: Seated, act: LaterCommandType): string {
  if (!seesOf(role, stands).includes('STATUS')) return 'NOT_FOUND';
  return mayDo(role, stands).includes(act) ? 'PERMITTED' : 'NOT_ALLOWED';
}

/** The codes of an act that was permitted and then refused for its step, or for the instant tests give it. */
const judgedLater: readonly string[] = ['NOT_AVAILABLE', 'HAPPENED_IN_FUTURE'];

/** The answer in one word. */
export function saidTo(act: LaterCommandType, { data, text }: Answer): string {
  const code: string | undefined = data?.[act]?.userErrors[0]?.code;
  if (code === undefined) return text;
  return judgedLater.includes(code) ? 'PERMITTED' : code;
}

/** One cell: somebody in a seat, and an act. */
export type Cell = { readonly seat: Seated; readonly act: LaterCommandType };

/** What is wrong with a cell, in words; nothing when it is as the tables say. */
export async function faultOf(stage: Standings, { seat, act }: Cell): Promise<readonly string[]> {
  const on = stage.cases[seat.of];
  const answer = await tries(stage.api, { token: tokenOfSeat(seat), act, on });
  const [said, expected] = [saidTo(act, answer), expectedOf(seat, act)];
  const where = `${seat.role} in ${seat.name}: ${act}`;
  if (said !== expected) return [`${where} is answered ${said} and not ${expected}`];
  if (said === 'NOT_FOUND' && answer.text !== nothingOf(act))
    return [`${where} is told from a case there is not`];
  return [];
}

/** The bytes of the answer to an act on a case there is not. */
export function nothingOf(act: string): string {
  const message = 'No such case for you. Check the id and the unit you act for.';
  const refused = { code: 'NOT_FOUND', field: null, message, currentVersion: null };
  const payload = { case: null, caseCode: null, replayed: false, userErrors: [refused] };
  return `${JSON.stringify({ data: { [act]: payload } })}\n`;
}

/** All cells of some seats, act by act. */
export function cellsOf(seats: readonly Seated[]): readonly Cell[] {
  return seats.flatMap((seat) => laterCommandTypes.map((act) => ({ seat, act })));
}
