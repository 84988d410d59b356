import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

/** Minutes each zone lies behind UTC in January. */
const zones = { UTC: 0, 'Asia/Ho_Chi_Minh': -420, 'America/New_York': 300, 'Pacific/Apia': -780 };

/** What the stories print in a process whose host lies in a zone: how far behind it knows it is, and the rest. */
function toldIn(zone: string) {
  const program = new URL('../support/zone-stories.ts', import.meta.url).pathname;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program], {
    env: { ...process.env, TZ: zone },
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const end = stdout.indexOf('\n');
  return { behind: Number(stdout.slice(0, end)), text: stdout.slice(end) };
}

describe('the time zone of the host', () => {
  let told: readonly ReturnType<typeof toldIn>[];
  beforeAll(() => {
    told = Object.keys(zones).map(toldIn);
  }, 120_000);

  it('is another one in each process', () => {
    expect(told.map(({ behind }) => behind)).toEqual(Object.values(zones));
  });

  it('changes no byte of facts, letters and explanations', () => {
    const digests = told.map(({ text }) => createHash('sha256').update(text).digest('hex'));
    expect(new Set(digests).size).toBe(1);
  });

  it('is tried on stories in which much happens', () => {
    const text = told[0]?.text ?? '';
    for (const type of [
      'BreachRecorded',
      'Escalated',
      'PlanSubmitted',
      'HandoverAccepted',
      'HOLIDAY',
    ])
      expect([type, text.split(type).length > 1]).toEqual([type, true]);
  });
});
