import { expect, it } from 'vitest';
import type { FacilityFamily, OfferMatrixQuery } from '#lib/graphql/generated/graphql.ts';
import { type Choice, chosenCommunes } from './choose-communes.ts';

type Commune = NonNullable<OfferMatrixQuery['territory']>['communes'][number];
const commune = (code: string, siren: string, unknown: number, verified: number, expired = 0): Commune => ({
  code,
  name: code,
  slug: code,
  population: 100,
  intercommunality: { siren },
  qualification: {
    completeness: 0,
    verifiedShare: 0,
    families: (['HEALTH', 'SCHOOL'] as FacilityFamily[]).map((family) => ({
      family,
      types: 5,
      present: 0,
      absent: 5 - (family === 'HEALTH' ? unknown : 0),
      unknown: family === 'HEALTH' ? unknown : 0,
      verified,
      expired,
      conflicts: 0,
    })),
  },
});
const all = [commune('09001', 'A', 1, 0), commune('09002', 'B', 4, 0), commune('09003', 'B', 4, 2, 1)];
const choose = (choice: Partial<Choice>) =>
  chosenCommunes(all, { scope: 'all', bodies: [], families: [], count: 2, picked: [], ...choice });

it('takes all, a body, those whose word has expired, or those named', () => {
  expect(choose({})).toEqual(['09001', '09002', '09003']);
  expect(choose({ scope: 'bodies', bodies: ['B'] })).toEqual(['09002', '09003']);
  expect(choose({ scope: 'expired' })).toEqual(['09003']);
  expect(choose({ scope: 'picked', picked: ['09003', '75056'] })).toEqual(['09003']);
});

it('takes the weakest in the families asked about', () => {
  expect(choose({ scope: 'weakest' })).toEqual(['09002', '09003']);
  expect(choose({ scope: 'weakest', families: ['SCHOOL'] })).toEqual(['09001', '09002']);
});
