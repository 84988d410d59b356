import { type Happening, placesOf } from './caseload.ts';
import type { Desk } from './desk.ts';
import { chairOf, policeOf, type Seat, supervisorOf, workerOf } from './story.ts';
import type { Territory } from './territory.ts';

const administrator: Seat = { role: 'ADMINISTRATOR' };

type ImportAnswer = {
  readonly importUnits: {
    readonly added: number;
    readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  };
};

/** Imports the units through the front door, as an administrator does; answers how many are new. */
export async function importTerritory(
  { csv, fictional }: Territory,
  validFrom: string,
  desk: Desk,
): Promise<number> {
  const document = `mutation ($input: ImportUnitsInput!) {
    importUnits(input: $input) { added userErrors { code message } } }`;
  const input = { csv, validFrom, fictional };
  const { importUnits } = await desk.administer<ImportAnswer>(administrator, document, { input });
  const [wrong] = importUnits.userErrors;
  if (wrong !== undefined) throw new Error(`The list of units: ${wrong.message} (${wrong.code})`);
  return importUnits.added;
}

/** Mans every post a caseload will need; answers how many there are. */
export async function staff(caseload: readonly Happening[], desk: Desk): Promise<number> {
  const places = caseload.flatMap(placesOf);
  const communes = [...new Map(places.map((each) => [each.code, each])).values()];
  const provinces = [...new Set(communes.map(({ province }) => province))];
  const seats: readonly Seat[] = [
    { role: 'HOTLINE_111' },
    ...provinces.flatMap(provinceSeats),
    ...communes.flatMap((commune) => [workerOf(commune), chairOf(commune), policeOf(commune)]),
  ];
  // Each appointment is one turn at the directory; asked for at once they would only wait for each other.
  for (const seat of seats) await desk.signIn(seat);
  return seats.length;
}

const provinceSeats = (unit: string): readonly Seat[] => [
  supervisorOf(unit),
  { role: 'PROVINCE_CHAIR', unit },
];
