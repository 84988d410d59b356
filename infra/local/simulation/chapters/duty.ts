import { day, inOffice, workingDaysAfter } from '../local-time.ts';
import { duly } from '../office.ts';
import {
  type CaseFile,
  type Chapter,
  chairOf,
  does,
  policeOf,
  supervisorOf,
  wait,
  workerOf,
} from '../story.ts';
import type { Commune } from '../territory.ts';

/** The chair names the worker who follows the case, in some communes. */
export function* assignment(file: CaseFile): Chapter {
  const { commune } = file.happening;
  const chance = file.chance.of('assignment');
  if (!chance.happens(0.25)) return;
  const post = `COMMUNE_WORKER@${commune.code}`;
  yield* wait(inOffice(file.now + chance.between(0.1, 1) * day, chance));
  yield* does(
    chairOf(commune),
    'assignWorker',
    { post, leg: 'INCIDENT' },
    {
      expects: ['NOT_AVAILABLE'],
    },
  );
}

/** A child who lives elsewhere: the commune of residence is asked, and another if it declines. */
export function* handover(file: CaseFile): Chapter {
  const { residence, elsewhere } = file.happening;
  const chance = file.chance.of('hand-over');
  if (residence === undefined) return;
  if (yield* offered(file, residence, chance.happens(0.75))) return;
  if (elsewhere === undefined || chance.happens(0.5)) yield* assigned(file, residence);
  else yield* offered(file, elsewhere, true);
}

/** The supervisor of the province says which of its communes answers, within a day or a little later. */
export function* assigned(file: CaseFile, to: Commune): Chapter {
  const { province } = file.residence;
  if (to.province !== province || to.code === file.residence.code) return;
  const chance = file.chance.of('assigned commune');
  yield* wait(workingDaysAfter(file.now, chance.between(0.1, 1.4)));
  yield* does(supervisorOf(province), 'assignCommune', { leg: 'RESIDENCE', to: to.code });
  file.residence = to;
}

function* offered(file: CaseFile, to: Commune, isWilling: boolean) {
  const chance = file.chance.of(`offer ${to.code}`);
  const present = file.residence;
  yield* wait(workingDaysAfter(file.now, chance.between(0.1, 1.5)));
  yield* does(workerOf(present), 'offerHandover', { to: to.code });
  const name = isWilling ? 'acceptHandover' : 'declineHandover';
  yield* duly(file, { rule: 'P01', by: chairOf(to), name });
  if (isWilling) file.residence = to;
  return isWilling;
}

/** Now and then somebody writes a note, at any time of the case. */
export function* notes(file: CaseFile): Chapter {
  const { commune } = file.happening;
  const chance = file.chance.of('notes');
  for (let left = chance.happens(0.22) ? chance.whole(1, 2) : 0; left > 0; left -= 1) {
    yield* wait(inOffice(file.now + chance.between(0.5, 40) * day, chance));
    const by = chance.happens(0.3) ? policeOf(commune) : workerOf(commune);
    yield* does(by, 'addNote', { text: 'Ghi chú mô phỏng (giả định).' });
  }
}
