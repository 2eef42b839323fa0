/** The names of a view that a page elsewhere may ask for, as they stand in the address of the map. */
export type Embedded = 'carte' | 'annuaire' | 'sessions';
export type EmbedCode = { script: string; frame: string };

/**
 * What one copies into a page elsewhere to show the map of a view there, the directory or the sessions: a script tag, or a frame for pages that
 * allow no script.
 * @param origin of the site
 * @param search of the view, with its question mark, or empty
 * @param title what the frame is called by those who do not see it
 */
export function embedCode(
  origin: string,
  search: string,
  title: string,
  locale: 'fr' | 'en',
  what: Embedded = 'carte',
): EmbedCode {
  const presets = [...new URLSearchParams(search)].map(
    ([name, value]) => ` data-${name}="${escaped(value)}"`,
  );
  const language = locale === 'fr' ? '' : ` data-langue="${locale}"`;
  const named = ` data-titre="${escaped(title)}"`;
  const address = `${origin}${locale === 'fr' ? '' : `/${locale}`}/embarquer/${what}${search}`;
  return {
    script: `<script src="${origin}/embarquer/${what}.js"${named}${language}${presets.join('')} async></script>`,
    frame: `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" width="100%" height="560" style="border:0" allowfullscreen></iframe>`,
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
