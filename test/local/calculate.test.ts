import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = new URL('../../infra/local/calculate.ts', import.meta.url).pathname;

async function calculate(...given: string[]) {
  return run(process.execPath, [script, ...given]).then(
    ({ stdout }) => ({ code: 0, said: stdout, complained: '' }),
    ({ code, stdout, stderr }) => ({ code, said: stdout, complained: stderr }),
  );
}

const from = ['--from', '2026-02-12T09:00+07:00'];

describe('a calculation on a terminal', () => {
  it('says in Vietnamese when a limit ends, why, and who is told', async () => {
    const { code, said } = await calculate('d07', ...from, '--unit', '99001', '--province', '99');
    expect(code).toBe(0);
    expect(said.split('\n')[0]).toBe('D07 · Trình kế hoạch theo Mẫu 04');
    expect(said).toMatch(/^Hết hạn +hết ngày 26\/02\/2026 = 00:00 27\/02\/2026 \(\+07:00\)$/m);
    expect(said).toMatch(/^Căn cứ +khoản 1 Điều 28 Nghị định 56\/2017\/NĐ-CP \(luật; .* 0007\)$/m);
    expect(said.match(/^ {2}\+ /gm)).toHaveLength(5);
    expect(said).toMatch(/^ {2}· +17\/02\/2026 +Ngày nghỉ lễ, tết \(.+\) +\S/m);
    expect(said).toMatch(
      /^Trình kế hoạch theo Mẫu 04\. Căn cứ: khoản 1 Điều 28 Nghị định 56\/2017\/NĐ-CP\. /m,
    );
    expect(said).toMatch(/^ {2}\+1d +00:00 28\/02\/2026 +báo lên trên +Sở Y tế$/m);
  });

  it('counts a span in English, with a pause written as two instants', async () => {
    const pause = ['--pause', '2026-02-12T10:00+07:00/2026-02-12T12:00+07:00'];
    const { code, said } = await calculate('12', 'hours', ...from, ...pause, '--lang', 'en');
    expect(code).toBe(0);
    expect(said).toMatch(/^Span +12 hours$/m);
    expect(said).toMatch(/^Due +23:00 12\/02\/2026 \(\+07:00\)$/m);
  });

  it('says which year is missing', async () => {
    const { code, said } = await calculate('D07', '--from', '2035-01-02T09:00Z', '--lang', 'en');
    expect(code).toBe(0);
    expect(said).toContain('UNPLANNED: not counted: no calendar yet for 2035');
  });
});

describe('a wrong argument', () => {
  const wrong = 'CANARY4471';

  it.each([
    ['the limit', [wrong, ...from]],
    ['--from', ['D07']],
    ['--from', ['D07', '--from', wrong]],
    ['--unit', ['D07', ...from, '--unit', wrong]],
    ['--province', ['D07', ...from, '--province', wrong]],
    ['--procedure', ['D07', ...from, '--procedure', wrong]],
    ['--count', ['D13', ...from, '--count', wrong]],
    ['--named-day', ['D10', ...from]],
    ['--named-day', ['D10', ...from, '--named-day', wrong]],
    ['--pause', ['D07', ...from, '--pause', wrong]],
    ['--extra', ['D07', ...from, '--extra', '-1']],
    ['--rolls', ['3', 'HOURS', ...from, '--rolls', wrong]],
    ['--lang', ['D07', ...from, '--lang', wrong]],
    ['the span', ['0', 'HOURS', ...from]],
    ['the span', [wrong, wrong, ...from]],
    ['npm run calculate', []],
    ['npm run calculate', ['D07', ...from, `--${wrong}`]],
  ])('is explained with the name of %s, never quoted, and ends with 2: %j', async (name, given) => {
    const { code, said, complained } = await calculate(...given);
    expect(code).toBe(2);
    expect(said).toBe('');
    expect(complained).toContain(name);
    expect(complained).not.toContain(wrong);
  });
});
