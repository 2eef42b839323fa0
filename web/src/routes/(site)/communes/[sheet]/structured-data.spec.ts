import { expect, it } from 'vitest';
import type { Family } from './services.ts';
import { placeOf, structuredData } from './structured-data.ts';

const commune = {
  code: '09122',
  name: 'Foix </script>',
  population: 9602,
  postalCodes: ['09000'],
  centre: { longitude: 1.6, latitude: 42.96 },
  intercommunality: null,
} as unknown as Parameters<typeof placeOf>[0];
const service = (label: string, status: string) => ({ label, status });
const families = [
  {
    family: 'SCHOOL',
    services: [
      service('École', 'PRESENT'),
      service('Lycée', 'ABSENT'),
      service('Collège', 'UNKNOWN'),
      service('Crèche', 'UNVERIFIED'),
    ],
  },
] as unknown as Family[];

it('says what is there and what is not, and nothing of what is not known', () => {
  const place = placeOf(commune, families, 'https://ici.test/communes/09122-foix');
  expect(place.amenityFeature).toEqual([
    { '@type': 'LocationFeatureSpecification', name: 'École', value: true },
    { '@type': 'LocationFeatureSpecification', name: 'Lycée', value: false },
  ]);
  expect(place).toMatchObject({ '@type': 'City', additionalProperty: { value: 9602 } });
  expect(place).not.toHaveProperty('containedInPlace');
});

it('cannot end the element it is written in', () => {
  const element = structuredData(commune, families, 'https://ici.test/');
  expect(element.match(/<\/script>/g)).toHaveLength(1);
});
