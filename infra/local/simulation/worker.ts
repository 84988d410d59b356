import { parentPort, workerData } from 'node:worker_threads';
import { dateAt } from './local-time.ts';
import { type Progress, simulate, type Wish } from './simulation.ts';

// One share of a caseload on a sandbox of its own; how far it is come is told once a simulated day.
let said = '';
const onProgress = (progress: Progress): void => {
  const today = dateAt(progress.at);
  if (today === said) return;
  said = today;
  parentPort?.postMessage({ progress });
};

const figures = await simulate({ ...(workerData as Omit<Wish, 'onProgress'>), onProgress });
parentPort?.postMessage({ figures });
