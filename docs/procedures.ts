import { vietnam } from '#domain/calendars/vietnam.ts';
import { available } from '#domain/case/availability.ts';

import { steps } from '#domain/procedure.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { refusals } from '#domain/refusal.ts';
import { errorTexts, limits } from '#graphql/errors.ts';
import { calendarText } from './days.ts';
import { ladderText, type PolicyLink, procedureText } from './law.ts';
import { adoptionText, localText } from './local.ts';
import { code, listed, section, table } from './markdown.ts';
import { actTable, archiveText, partTable, roleTable, sightTable } from './rights.ts';
import { stepDiagram } from './steps.ts';
import { stepWords } from './words.ts';

const preface = `# Procedures

<!-- Printed from the code by \`npm run docs\`. Do not edit by hand: change the code and print again. -->

What the system holds a case to: every time limit, who is told when one is missed, which act is
possible when, who may do it, who sees what, and which days count. The tables are made from the very
values the running code decides by, so they cannot say anything else than it does.

Read a limit so: a duty is **met** if it happened before the due instant and **breached** from that
instant on. Hours run through nights and holidays. Days start with the day after the trigger and end
at 00:00 of the day after the last, +07:00. *Stands in* names an article where the law gives the
limit, and a policy record where the law is silent and we chose. Vietnamese terms are in the
[glossary](glossary.md).`;

/** The whole page, as it stands in `docs/procedures.md`. */
export function procedurePage(policy: PolicyLink): string {
  const statutes = procedures.filter(({ over }) => over === undefined);
  const locals = procedures.filter(({ over }) => over !== undefined);
  const laws = statutes.map((procedure) => procedureText(procedure, policy));
  const over = statutes.flatMap((statute) =>
    locals
      .filter((local) => local.over === statute.id)
      .map((local) => localText(local, statute, policy)),
  );
  return `${[
    preface,
    section('Time limits', ...laws),
    section('Local procedures', localIntro(policy), ...over),
    section('Adoptions', adoptionIntro, adoptionText(locals, policy)),
    section('Roles', roleTable()),
    section('Ladders', ladderIntro(policy), ladderText()),
    section('Steps', stepIntro, stepDiagram(), stepTable()),
    section('Who may do what', actIntro, actTable()),
    section('What each role sees', sightIntro(policy), partTable(), sightTable()),
    calendarText(vietnam),
    section('Why an act is refused', refusalIntro, codeTable(refusals)),
    section('Why a request fails', faultIntro, codeTable(errorTexts), limitTable()),
  ].join('\n\n')}\n`;
}

const localIntro = (policy: PolicyLink): string =>
  'What provinces, cities and wards were found to have written for themselves. Each of these limits runs ' +
  `beside those above and replaces none of them (policy ${policy('0026')}): both are reminded of, breached, ` +
  'escalated and met by themselves. Those of units that no longer exist are history. The last tables say how ' +
  'a limit stands to its counterpart; a looser one is shown as such, and the statute runs all the same.';

const adoptionIntro =
  'A unit inherits nothing. What its predecessor had holds in it only where a line of this table says so.';

const ladderIntro = (policy: PolicyLink): string =>
  `No article sets an escalation timer, so the ladders are policy ${policy('0009')}. A post that ` +
  'nobody holds falls through to the next above. Hotline 111 is told only of cases it opened.';

const stepIntro =
  'A case waits in one step at a time. Emergency protection is not a step: it may begin at any of ' +
  'them and the steps go on beside it.';

const actIntro =
  'What is not in this table is not permitted. Whoever may not see a case is told that there is ' +
  'none (`NOT_FOUND`); whoever sees it but lacks the right is told `NOT_ALLOWED`.';

const sightIntro = (policy: PolicyLink): string =>
  'What is not in this table is not seen. A part that is not seen is null in every answer. ' +
  'Opening any part but the status and the plan items is written to the read register.\n\n' +
  `Of an archived case are seen: ${archiveText()} (policy ${policy('0040')}). A reopening shows the rest again.`;

const refusalIntro =
  'A refusal is an ordinary answer in `userErrors`, with a stable code and a text that says what ' +
  'to do. The text is always the same and never repeats what was sent.';

const faultIntro =
  'These stand in the top-level `errors` of an answer. `LIMIT_EXCEEDED` names the limit.';

function stepTable(): string {
  const rows = steps.map((step) => [
    code(step),
    stepWords[step],
    listed(available[step].map(code)),
  ]);
  return table(['Step', 'Waits for', 'Acts available'], rows);
}

function codeTable(texts: Readonly<Record<string, string>>): string {
  return table(
    ['Code', 'What to do'],
    Object.entries(texts).map(([name, text]) => [code(name), text]),
  );
}

function limitTable(): string {
  const rows = Object.entries(limits).map(([name, most]) => [code(name), String(most)]);
  return table(['Limit of one request', 'At most'], rows);
}
