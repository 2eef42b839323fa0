import type { OnePremisesQuery } from '#lib/graphql/generated/graphql.ts';

type Premises = NonNullable<OnePremisesQuery['premisesById']>;

const businessFunctions = {
  RENT: 'http://purl.org/goodrelations/v1#LeaseOut',
  SALE: 'http://purl.org/goodrelations/v1#Sell',
  FREE: 'http://purl.org/goodrelations/v1#ProvideService',
};

/** The offer for machines (schema.org, JSON-LD), safe to write inside a script element. Names nobody. */
export function structuredData(premises: Premises, address: string): string {
  const { commune } = premises;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Offer',
    '@id': address,
    url: address,
    name: premises.title,
    validThrough: premises.expiresOn,
    ...(premises.tenure && { businessFunction: businessFunctions[premises.tenure] }),
    ...(premises.priceEuros !== null && { price: premises.priceEuros, priceCurrency: 'EUR' }),
    ...(premises.availableFrom && { availabilityStarts: premises.availableFrom }),
    itemOffered: {
      '@type': premises.kind === 'HOUSING' ? 'Accommodation' : 'Place',
      name: premises.title,
      ...(premises.description && { description: premises.description }),
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'FR',
        addressLocality: commune.name,
        ...(commune.postalCodes[0] && { postalCode: commune.postalCodes[0] }),
        ...(premises.address && { streetAddress: premises.address }),
      },
      ...(premises.surface &&
        premises.kind === 'HOUSING' && {
          floorSize: { '@type': 'QuantitativeValue', value: premises.surface, unitCode: 'MTK' },
        }),
      ...(premises.photos.length > 0 && {
        photo: premises.photos.map(({ large, alternative }) => ({
          '@type': 'ImageObject',
          contentUrl: new URL(large, address).href,
          caption: alternative,
        })),
      }),
    },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
