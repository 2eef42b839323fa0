import type { OneArrivalQuery } from '#lib/graphql/generated/graphql.ts';

type Arrival = NonNullable<OneArrivalQuery['arrival']>;

/** The article for machines (schema.org, JSON-LD), safe to write inside a script element. */
export function structuredData(
  arrival: Arrival,
  { address, publisher, locale }: { address: string; publisher: string; locale: string },
): string {
  const organisation = { '@type': 'Organization', name: publisher, url: new URL('/', address).href };
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    inLanguage: locale,
    headline: arrival.title,
    description: arrival.summary,
    articleBody: arrival.paragraphs.join('\n\n'),
    ...(arrival.publishedAt && { datePublished: arrival.publishedAt }),
    dateModified: arrival.updatedAt,
    author: organisation,
    publisher: organisation,
    ...(arrival.commune && {
      contentLocation: {
        '@type': 'Place',
        name: arrival.commune.name,
        address: { '@type': 'PostalAddress', addressCountry: 'FR', addressLocality: arrival.commune.name },
      },
    }),
    ...(arrival.solo && {
      about: {
        '@type': 'Organization',
        name: arrival.solo.displayName,
        description: arrival.solo.activity,
      },
    }),
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
