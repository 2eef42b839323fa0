import type { DemonstrationCommune } from './generate-facilities.js';
import { randomFrom } from './random.js';

export const DEMONSTRATION_QUARTER = '2026-T2';

/** Generated broadband coverage of one commune: better where more people live, always the same for the same commune. */
export function generateCoverage({ code, population }: DemonstrationCommune) {
  const premises = Math.max(12, Math.round(population * (0.62 + 0.5 * randomFrom(code, 'premises'))));
  const town = Math.min(1, Math.log10(population + 1) / 4);
  const share = (floor: number, spread: number, word: string) =>
    Math.min(1, floor + spread * town + (1 - floor - spread) * randomFrom(code, word));
  const fibre = Math.round(
    premises * Math.min(1, 0.25 + 0.45 * town + 0.45 * (randomFrom(code, 'fibre') - 0.3)),
  );
  const copper = Math.round(premises * share(0.86, 0.1, 'copper'));
  const atLeast30 = Math.max(fibre, Math.round(premises * share(0.3, 0.4, 'thd')));
  const atLeast8 = Math.max(atLeast30, Math.round(premises * share(0.55, 0.35, 'bhd')));
  return {
    commune_code: code,
    quarter: DEMONSTRATION_QUARTER,
    premises,
    at_least8: atLeast8,
    at_least30: atLeast30,
    at_least100: fibre,
    at_least1000: fibre,
    copper,
    cable: 0,
    fibre,
    fixed4g: Math.round(premises * share(0.4, 0.4, '4g')),
    satellite: premises,
  };
}
