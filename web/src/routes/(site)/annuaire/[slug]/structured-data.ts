import type { SoloEntry } from '#lib/server/solo-entry.ts';

/** The business for machines (schema.org, JSON-LD), safe to write inside a script element: only what the page shows. */
export function soloStructuredData(solo: SoloEntry, address: string, territory: string): string {
  const absolute = (path: string) => new URL(path, address).href;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ProfessionalService',
    '@id': address,
    url: address,
    name: solo.displayName,
    description: solo.presentation ?? solo.activity,
    knowsAbout: [solo.activity, ...solo.skills],
    ...(solo.languages.length > 0 && { knowsLanguage: solo.languages }),
    ...(solo.nafCode && {
      additionalProperty: { '@type': 'PropertyValue', propertyID: 'NAF rév. 2', value: solo.nafCode },
    }),
    ...(solo.phone && { telephone: solo.phone }),
    ...(solo.website && { sameAs: [solo.website] }),
    image: absolute(solo.picture?.large ?? `/annuaire/${encodeURIComponent(solo.slug)}/partage.png`),
    ...(solo.commune
      ? {
          address: {
            '@type': 'PostalAddress',
            addressCountry: 'FR',
            addressLocality: solo.commune.name,
          },
        }
      : {}),
    areaServed: solo.area ?? territory,
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
