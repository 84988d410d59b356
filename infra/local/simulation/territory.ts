import { parse } from 'csv-parse/sync';
import { demoCommunes, demoProvince } from '../registrar.ts';
import type { Chance } from './chance.ts';

/** A commune of the simulated country and how often something happens there, beside the others. */
export type Commune = { readonly code: string; readonly province: string; readonly weight: number };

/** Where the simulated year takes place. */
export type Territory = {
  readonly communes: readonly Commune[];
  /** The list an administrator imports before the year begins. */
  readonly csv: string;
  /** Whether the units are made up, so that their cases are in no official count. */
  readonly fictional: boolean;
};

const header = 'code,level,name,full_name,parent_code';
const communesPerProvince = 12;
const madeUpProvinces = {
  '96': 'Đồng Tre',
  '97': 'Sông Ngân',
  '98': 'Mường Sương',
  [demoProvince]: 'Thử Nghiệm',
};
const places = [
  'Suối',
  'Đồi',
  'Bến',
  'Gò',
  'Đầm',
  'Hòn',
  'Rừng',
  'Cầu',
  'Chợ',
  'Bãi',
  'Khe',
  'Đảo',
];
const qualities = { '96': 'Nắng', '97': 'Trăng', '98': 'Mây', [demoProvince]: 'Mơ' };

/** Four made-up provinces of twelve communes each, the demo province among them; no official unit bears these codes. */
export function madeUpTerritory(chance: Chance): Territory {
  const rows: string[][] = [];
  const codes = Object.entries(madeUpProvinces).flatMap(([province, name]) => {
    if (province !== demoProvince) rows.push([province, 'province', name, `Tỉnh ${name}`, '']);
    return places.slice(0, communesPerProvince).map((place, index) => {
      const code = `${province}${String(index + 1).padStart(3, '0')}`;
      const commune = `${place} ${qualities[province as keyof typeof qualities]}`;
      const isThere = demoCommunes.some((demo) => demo === code);
      if (!isThere) rows.push([code, 'commune', commune, `Xã ${commune}`, province]);
      return { code, province };
    });
  });
  const csv = [header, ...rows.map((row) => row.join(','))].join('\n');
  return { communes: weighted(codes, chance), csv, fictional: true };
}

/** The units of a list of the same columns as the front door takes. */
export function listedTerritory(csv: string, chance: Chance): Territory {
  const rows = parse(csv, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  const codes = (rows as Record<string, string>[])
    .filter((row) => row['level']?.toLowerCase() === 'commune')
    .map((row) => ({ code: row['code'] ?? '', province: row['parent_code'] ?? '' }));
  return { communes: weighted(codes, chance), csv, fictional: false };
}

/**
 * A few busy communes and a long tail: the commune of rank r in its province weighs (r + 2)^-0.8, and a
 * province as many times its communes as chance says between a half and two.
 */
function weighted(
  communes: readonly Omit<Commune, 'weight'>[],
  chance: Chance,
): readonly Commune[] {
  const byProvince = Object.entries(Object.groupBy(communes, ({ province }) => province));
  return byProvince.flatMap(([province, own = []]) => {
    const here = chance.of(province);
    const busy = here.between(0.5, 2);
    const ranked = own.map((each) => ({ each, by: here.share() })).sort((a, b) => a.by - b.by);
    const raw = ranked.map((_, rank) => (rank + 2) ** -0.8);
    const sum = raw.reduce((all, one) => all + one, 0);
    return ranked.map(({ each }, rank) => ({
      ...each,
      weight: (busy * own.length * (raw[rank] ?? 0)) / sum,
    }));
  });
}

/** Another commune of the same province, if there is one. */
export function neighbourOf(
  { communes }: Territory,
  { code, province }: Commune,
  chance: Chance,
): Commune | undefined {
  const others = communes.filter((each) => each.province === province && each.code !== code);
  return others.length === 0 ? undefined : chance.pick(others);
}

/** Draws communes, each as often as its weight says. */
export function drawCommunes({ communes }: Territory, chance: Chance): () => Commune {
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of communes) {
    sum += weight;
    sums.push(sum);
  }
  return () => {
    const wanted = chance.share() * sum;
    const index = sums.findIndex((upTo) => wanted < upTo);
    const found = communes[index];
    if (found === undefined) throw new Error('A territory needs communes');
    return found;
  };
}
