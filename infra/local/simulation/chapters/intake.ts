import type { Child, Happening } from '../caseload.ts';
import { hour, inOffice } from '../local-time.ts';
import { madeUp } from '../names.ts';
import { duly } from '../office.ts';
import {
  beside,
  type CaseFile,
  type Chapter,
  type Doer,
  does,
  policeOf,
  supervisorOf,
  workerOf,
} from '../story.ts';
import { protection, suspicion } from './protection.ts';

/** A report comes in and is taken down on Form 01, now and then days later from paper. */
export function* intake(file: CaseFile): Chapter {
  const { happening } = file;
  const chance = happening.chance.of('intake');
  const isOnPaper = chance.happens(0.06);
  const waited = chance.happens(0.5) ? 0 : chance.between(0.05, 1.2) * hour;
  const written = isOnPaper
    ? inOffice(happening.receivedAt + chance.between(8, 90) * hour, chance)
    : happening.receivedAt + waited;
  const receivedAt = new Date(happening.receivedAt).toISOString();
  yield* does(
    receiverOf(happening),
    'receiveReport',
    { receivedAt, ...form01(happening) },
    {
      at: written,
      twice: chance.happens(0.06),
    },
  );
}

function receiverOf({ source, commune: right, mistaken, residence }: Happening): Doer {
  const commune = mistaken ?? right;
  if (source === 'HOTLINE_MACHINE') return 'hotline-intake';
  if (source === 'HOTLINE') return { role: 'HOTLINE_111' };
  if (source === 'POLICE') return policeOf(commune);
  if (source === 'PROVINCE') return supervisorOf(commune.province);
  return workerOf(source === 'NEIGHBOUR' ? (residence ?? commune) : commune);
}

const formOf = ({ sex, age, name }: Child) => ({ sex, estimatedAge: age, fullName: name });

const tieInWords = { RELATIVE: 'người thân', ACQUAINTANCE: 'người quen', STRANGER: 'người lạ' };

function form01(happening: Happening): object {
  const { channel, subjectGroup, category, residence, siblings, tie } = happening;
  const { code: incidentUnit } = happening.mistaken ?? happening.commune;
  const chance = happening.chance.of('form 01');
  const isNamed = chance.happens(0.4);
  return {
    channel,
    subjectGroup,
    categories: [category],
    incidentUnit,
    ...(residence && chance.happens(0.6) && { residenceUnit: residence.code }),
    child: formOf(happening),
    ...(siblings.length > 0 && { otherChildren: siblings.map(formOf) }),
    narrative: { currentCondition: `Tình huống mô phỏng ${madeUp}.` },
    ...(isNamed && { informant: { name: `Người báo tin ${madeUp}`, phone: '0000' } }),
    perpetrators: [{ relationToChild: tieInWords[tie] }],
  };
}

/** The commune of the incident looks at the child on Form 02; serious harm sets off the protection. */
export function* assessment(file: CaseFile): Chapter {
  const { commune } = file.happening;
  const seriousHarm = file.happening.seriousHarm && file.round === 1;
  yield* duly(file, {
    rule: 'D04',
    by: workerOf(commune),
    name: 'assessInitially',
    input: () => ({ seriousHarm }),
    urgent: seriousHarm,
  });
  yield* beside(seriousHarm ? protection(file) : suspicion(file));
}
