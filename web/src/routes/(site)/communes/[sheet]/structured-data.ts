import type { CommuneSheetQuery } from '#lib/graphql/generated/graphql.ts';
import type { Family } from './services.ts';

type Commune = Omit<
  NonNullable<CommuneSheetQuery['commune']>,
  'presence' | 'facts' | 'vitality' | 'childrenArrived'
>;

/** The sheet as schema.org knows it. What is not known is left out: it is neither there nor absent. */
export function placeOf(commune: Commune, families: Family[], address: string) {
  const amenities = families
    .flatMap(({ services }) => services)
    .filter(({ status }) => status === 'PRESENT' || status === 'ABSENT')
    .map(({ label, status }) => ({
      '@type': 'LocationFeatureSpecification',
      name: label,
      value: status === 'PRESENT',
    }));
  return {
    '@context': 'https://schema.org',
    '@type': 'City',
    '@id': address,
    url: address,
    name: commune.name,
    identifier: { '@type': 'PropertyValue', propertyID: 'INSEE', value: commune.code },
    ...(commune.centre && {
      geo: {
        '@type': 'GeoCoordinates',
        longitude: commune.centre.longitude,
        latitude: commune.centre.latitude,
      },
    }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'FR',
      addressLocality: commune.name,
      ...(commune.postalCodes[0] && { postalCode: commune.postalCodes[0] }),
    },
    ...(commune.intercommunality && {
      containedInPlace: {
        '@type': 'AdministrativeArea',
        name: commune.intercommunality.name,
        identifier: {
          '@type': 'PropertyValue',
          propertyID: 'SIREN',
          value: commune.intercommunality.siren,
        },
      },
    }),
    ...(commune.population !== null && {
      additionalProperty: { '@type': 'PropertyValue', name: 'population', value: commune.population },
    }),
    ...(amenities.length > 0 && { amenityFeature: amenities }),
  };
}

/** The same as JSON-LD, safe to write inside a script element. */
export function structuredData(commune: Commune, families: Family[], address: string): string {
  const text = JSON.stringify(placeOf(commune, families, address)).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${text}</script>`;
}
