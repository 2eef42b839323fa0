import type { CommuneSheetQuery } from '#lib/graphql/generated/graphql.ts';

type Commune = NonNullable<CommuneSheetQuery['commune']>;

/** The sheet for machines (schema.org, JSON-LD), safe to write inside a script element. */
export function structuredData(commune: Commune, address: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'City',
    '@id': address,
    url: address,
    name: commune.name,
    identifier: { '@type': 'PropertyValue', propertyID: 'INSEE', value: commune.code },
    ...(commune.centre && { geo: { '@type': 'GeoCoordinates', ...commune.centre } }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'FR',
      addressLocality: commune.name,
      postalCode: commune.postalCodes[0],
    },
    ...(commune.intercommunality && {
      containedInPlace: {
        '@type': 'AdministrativeArea',
        name: commune.intercommunality.name,
        identifier: commune.intercommunality.siren,
      },
    }),
    ...(commune.population !== null && {
      additionalProperty: { '@type': 'PropertyValue', name: 'population', value: commune.population },
    }),
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
