import { facilityTypeOf } from '../facility/facility-types.js';
import { randomFrom, uuidFrom } from './random.js';

export interface DemonstrationCommune {
  code: string;
  name: string;
  population: number;
  longitude: number;
  latitude: number;
}

export interface DemonstrationFacility {
  id: string;
  commune_code: string;
  type_code: string;
  name: string;
  longitude: number;
  latitude: number;
}

/**
 * How common each type is: below `from` inhabitants a commune has none, then about one for each `per` inhabitants.
 * Orders of magnitude of a rural French territory; no figure of a real commune.
 */
const FREQUENCY: Record<string, { from: number; per: number }> = {
  A129: { from: 0, per: 1_000_000 },
  C108: { from: 180, per: 1400 },
  C107: { from: 900, per: 3500 },
  C109: { from: 900, per: 3500 },
  C201: { from: 1500, per: 5000 },
  C301: { from: 5000, per: 9000 },
  D502: { from: 700, per: 2800 },
  D504: { from: 1500, per: 6000 },
  D505: { from: 500, per: 2500 },
  D265: { from: 550, per: 1100 },
  D277: { from: 1300, per: 2200 },
  D281: { from: 350, per: 700 },
  D279: { from: 900, per: 1500 },
  D307: { from: 900, per: 2600 },
  D113: { from: 1200, per: 6000 },
  D106: { from: 9000, per: 12000 },
  B105: { from: 1300, per: 3000 },
  B202: { from: 250, per: 1200 },
  B207: { from: 320, per: 1200 },
  B204: { from: 700, per: 2500 },
  B316: { from: 900, per: 3000 },
  A504: { from: 120, per: 320 },
  A128: { from: 1400, per: 7000 },
  A206: { from: 1500, per: 7000 },
  A207: { from: 450, per: 4000 },
  A208: { from: 350, per: 3000 },
  A104: { from: 1200, per: 9000 },
  A203: { from: 1400, per: 2500 },
  E109: { from: 700, per: 9000 },
  E108: { from: 8000, per: 20000 },
  E101: { from: 500, per: 1500 },
  B326: { from: 300, per: 1500 },
  F307: { from: 280, per: 3000 },
  F303: { from: 1800, per: 8000 },
  F101: { from: 1800, per: 7000 },
  F121: { from: 900, per: 3000 },
  F105: { from: 100, per: 20000 },
  W101: { from: 1500, per: 5000 },
  W102: { from: 600, per: 6000 },
};

/** Types that the generated source lists completely, as the BPE does; workplaces stay unknown where none is known. */
export const EXHAUSTIVE_TYPES = Object.keys(FREQUENCY).filter((code) => !code.startsWith('W'));

/** The generated services of one commune: always the same for the same commune. */
export function generateFacilities(
  territoryId: string,
  commune: DemonstrationCommune,
): DemonstrationFacility[] {
  return Object.entries(FREQUENCY).flatMap(([typeCode, { from, per }]) => {
    const count = countOf(commune, typeCode, from, per);
    return Array.from({ length: count }, (_, index) => ({
      id: uuidFrom(territoryId, commune.code, typeCode, index),
      commune_code: commune.code,
      type_code: typeCode,
      name: `${facilityTypeOf(typeCode)?.labels.fr ?? typeCode}${count > 1 ? ` ${index + 1}` : ''}, ${commune.name}`,
      longitude: commune.longitude + (randomFrom(commune.code, typeCode, index, 'x') - 0.5) * 0.012,
      latitude: commune.latitude + (randomFrom(commune.code, typeCode, index, 'y') - 0.5) * 0.009,
    }));
  });
}

function countOf(
  { code, population }: DemonstrationCommune,
  typeCode: string,
  from: number,
  per: number,
): number {
  if (typeCode === 'A129') return 1;
  if (population < from) return 0;
  const expected = population / per;
  const whole = Math.floor(expected);
  return whole + (randomFrom(code, typeCode) < Math.max(0.35, expected - whole) ? 1 : 0);
}
