import { afterAll, vi } from 'vitest';
import { realClock, setClock } from '#runtime/clock.ts';
import { setClients } from '#runtime/world.ts';

const found = { ...process.env };

// Files share a process: what a sandbox has set for all of it ends with the file that opened the sandbox.
afterAll(() => {
  vi.restoreAllMocks();
  setClock(realClock);
  setClients(undefined);
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
