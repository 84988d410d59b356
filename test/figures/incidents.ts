import { execute } from '#app/execute.ts';
import type { Command } from '#domain/case/command.ts';
import { nation } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { reportOf } from '../support/commands.ts';
import { meterOn } from '../support/meter.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

type Act = readonly [name: string, actor: Actor, command: Command, expectedVersion: number | null];

/** Capacity of the acts about an incident, by how many children it concerns, taken down by hotline 111. */
export async function incidentFigures() {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const hotline = await stage.appoint('HOTLINE_111', nation, 'TD-111');
  const chair = await stage.appoint('COMMUNE_CHAIR', '91001');
  const meter = meterOn(stage.client);
  const rows = [];
  for (const children of [1, 5, 15]) {
    for (const [act, actor, command, expectedVersion] of actsOn(stage, children, hotline, chair)) {
      meter.take();
      const asked = { actor, command, idempotencyKey: newId(), expectedVersion };
      const done = await execute(asked, stage.around);
      if (isRefusal(done)) throw new Error(`${act}: ${done.refused}`);
      rows.push({ children, act, ...meter.take() });
    }
  }
  await stage.close();
  return rows;
}

function actsOn(stage: TestStage, children: number, hotline: Actor, chair: Actor): readonly Act[] {
  const paper = { currentCondition: 'ă'.repeat(400) };
  const child = { sex: 'MALE', bornOn: null, estimatedAge: 7 } as const;
  const other = { ...child, papers: { IDENTITY: { fullName: 'Trẻ Thử Nghiệm' } } };
  const report = reportOf('91001', newId(), stage.now(), {
    otherChildren: Array.from({ length: children - 1 }, () => other),
    papers: { ...other.papers, NARRATIVE: paper, INFORMANT: { phone: '000' } },
  });
  const at = { caseId: report.caseId, happenedAt: null };
  const added = { channel: 'POST', papers: { NARRATIVE: paper }, otherChildren: [] } as const;
  const earlier = (hours: number) => plusHours(stage.now(), -hours);
  const another = { type: 'addReport', ...at, ...added } as const;
  const correction = { type: 'correctReceipt', ...at, report: 1, reason: 'SLIP' } as const;
  return [
    ['receiveReport', hotline, report, null],
    ['addReport', hotline, { ...another, receivedAt: stage.now() }, null],
    ['addReport, received earlier', hotline, { ...another, receivedAt: earlier(1) }, null],
    ['correctReceipt', chair, { ...correction, receivedAt: earlier(2) }, 1],
  ];
}
