import { Worker } from 'node:worker_threads';
import { added, type Figures } from './figures.ts';
import { type Progress, simulate, type Wish } from './simulation.ts';

/**
 * Lives through a caseload on several sandboxes at once, each with some of the provinces and a thread of its own.
 *
 * A case is worked on in the same way whatever it lies beside; only the releases are those of fewer provinces.
 */
export async function simulateSideBySide(wish: Wish, sandboxes: number): Promise<Figures> {
  if (sandboxes === 1) return simulate(wish);
  const { onProgress, ...plain } = wish;
  const far = new Map<number, Progress>();
  const shares = Array.from({ length: sandboxes }, (_, index) => {
    const tell = (progress: Progress) => {
      far.set(index, progress);
      onProgress(together([...far.values()]));
    };
    return inThread({ ...plain, share: { index, of: sandboxes } }, tell);
  });
  return added(await Promise.all(shares));
}

function together(all: readonly Progress[]): Progress {
  const sum = (of: (each: Progress) => number) => all.reduce((total, each) => total + of(each), 0);
  const at = Math.min(...all.map((each) => each.at));
  return { at, reports: sum(({ reports }) => reports), acts: sum(({ acts }) => acts) };
}

type Told = { readonly progress: Progress } | { readonly figures: Figures };

function inThread(
  workerData: Omit<Wish, 'onProgress'>,
  tell: (progress: Progress) => void,
): Promise<Figures> {
  const { promise, resolve, reject } = Promise.withResolvers<Figures>();
  // Most of what a request leaves behind is garbage at once: a large nursery lets it die there.
  const resourceLimits = { maxYoungGenerationSizeMb: 128 };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits,
  });
  worker.on('message', (told: Told) => {
    if ('figures' in told) resolve(told.figures);
    else tell(told.progress);
  });
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('A sandbox ended before its year did')));
  return promise;
}
