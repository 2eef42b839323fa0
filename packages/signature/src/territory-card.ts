/** What is said about a territory in e-mails: who writes, and where its site is. */
export type TerritoryCard = {
  slug: string;
  name: string;
  /** Address of its site, without a slash at its end: https://accueil.example.fr */
  site: string;
};

/** Cards live as long as the gateway's list of territories: each is written once, not at every request. */
const written = new WeakMap<TerritoryCard, string>();

/** Writes a card as part of a header value: base64url of its JSON. */
export function encodeCard(card: TerritoryCard): string {
  let text = written.get(card);
  if (text === undefined) {
    const { slug, name, site } = card;
    text = Buffer.from(JSON.stringify({ slug, name, site })).toString('base64url');
    written.set(card, text);
  }
  return text;
}

/** Reads what {@link encodeCard} wrote; null when it is not that. */
export function decodeCard(value: string): TerritoryCard | null {
  try {
    const card: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    return isCard(card) ? card : null;
  } catch {
    return null;
  }
}

function isCard(value: unknown): value is TerritoryCard {
  const card = value as TerritoryCard | null;
  return (
    typeof card === 'object' &&
    card !== null &&
    typeof card.slug === 'string' &&
    typeof card.name === 'string' &&
    typeof card.site === 'string'
  );
}
