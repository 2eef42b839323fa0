/** What is said about a territory in e-mails: who writes, in which colours, and where its site is. */
export type TerritoryCard = {
  slug: string;
  name: string;
  /** Address of its site, without a slash at its end: https://accueil.example.fr */
  site: string;
  /** Colours of its face, as #rrggbb; cards that older gateways wrote have none. */
  colours?: CardColours | null;
  /** As what it writes; what is null is left to the platform. */
  sender?: CardSender | null;
};

export type CardColours = { accent: string; paper: string; ink: string };

export type CardSender = {
  /** Shown as the sender, instead of the territory's name. */
  name: string | null;
  /** Where answers go. */
  replyTo: string | null;
  /** Address that e-mails come from, of a domain that the operator allows. */
  from: string | null;
};

/** Cards live as long as the gateway's list of territories: each is written once, not at every request. */
const written = new WeakMap<TerritoryCard, string>();

/** Writes a card as part of a header value: base64url of its JSON. */
export function encodeCard(card: TerritoryCard): string {
  let text = written.get(card);
  if (text === undefined) {
    const { slug, name, site, colours, sender } = card;
    text = Buffer.from(JSON.stringify({ slug, name, site, colours, sender })).toString('base64url');
    written.set(card, text);
  }
  return text;
}

/** Reads what {@link encodeCard} wrote, of whatever age; null when it is not that. */
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
    isRecord(card) &&
    typeof card.slug === 'string' &&
    typeof card.name === 'string' &&
    typeof card.site === 'string' &&
    (card.colours == null || isRecord(card.colours)) &&
    (card.sender == null || isRecord(card.sender))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
