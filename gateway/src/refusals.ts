import type { Locale } from './request/locale.js';

/** The codes a caller may act upon; everything else is a fault of ours and is masked as INTERNAL. */
export const REFUSAL_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'SUSPENDED',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number] | 'INTERNAL';

type Text = { code: RefusalCode; status: number; fr: string; en: string };

const catalogue = {
  TOKEN: {
    code: 'UNAUTHENTICATED',
    status: 401,
    fr: "Votre session a expiré ou n'est pas valable : connectez-vous à nouveau.",
    en: 'Your session has expired or is not valid: sign in again.',
  },
  API_KEY: {
    code: 'UNAUTHENTICATED',
    status: 401,
    fr: "Cette clé d'API n'est pas valable.",
    en: 'This API key is not valid.',
  },
  TERRITORY: {
    code: 'NOT_FOUND',
    status: 404,
    fr: "Ce territoire n'existe pas sur cette plateforme.",
    en: 'This territory does not exist on this platform.',
  },
  SUSPENDED: {
    code: 'SUSPENDED',
    status: 503,
    fr: 'Ce territoire est suspendu pour le moment',
    en: 'This territory is suspended for now',
  },
  PATH: { code: 'NOT_FOUND', status: 404, fr: "Cette adresse n'existe pas.", en: 'There is nothing here.' },
  DOCUMENT: {
    code: 'BAD_INPUT',
    status: 400,
    fr: "Cette opération n'est pas enregistrée.",
    en: 'This operation is not registered.',
  },
  FREE_OPERATION: {
    code: 'FORBIDDEN',
    status: 403,
    fr: "Les opérations libres demandent une clé d'API.",
    en: 'Free-form operations need an API key.',
  },
  ORIGIN: {
    code: 'FORBIDDEN',
    status: 403,
    fr: "Ce site n'est pas autorisé à ouvrir de connexion ici.",
    en: 'This site may not open a connection here.',
  },
  BODY_SIZE: {
    code: 'BAD_INPUT',
    status: 413,
    fr: 'Cette requête est trop volumineuse.',
    en: 'This request is too large.',
  },
  FILE_SIZE: {
    code: 'BAD_INPUT',
    status: 413,
    fr: 'Ce fichier dépasse la taille permise',
    en: 'This file is larger than permitted',
  },
  SIGN_IN: {
    code: 'UNAUTHENTICATED',
    status: 401,
    fr: 'Connectez-vous pour envoyer un fichier.',
    en: 'Sign in to send a file.',
  },
  MEMBERS: {
    code: 'FORBIDDEN',
    status: 403,
    fr: 'Seuls les membres de ce territoire y envoient des fichiers.',
    en: 'Only members of this territory send files here.',
  },
  STALLED: {
    code: 'BAD_INPUT',
    status: 408,
    fr: "Ce fichier n'arrive plus : envoyez-le à nouveau.",
    en: 'This file stopped arriving: send it again.',
  },
  MALFORMED: {
    code: 'BAD_INPUT',
    status: 400,
    fr: "Cette requête n'est pas une requête GraphQL lisible.",
    en: 'This is not a readable GraphQL request.',
  },
  DOCUMENT_LIMIT: {
    code: 'BAD_INPUT',
    status: 400,
    fr: 'Cette opération dépasse une limite',
    en: 'This operation exceeds a limit',
  },
  INVALID: { code: 'BAD_INPUT', status: 400, fr: 'Opération invalide', en: 'Invalid operation' },
  METHOD: {
    code: 'BAD_INPUT',
    status: 405,
    fr: "Cette opération ne s'envoie pas par cette méthode HTTP.",
    en: 'This operation cannot be sent by this HTTP method.',
  },
  STREAM: {
    code: 'BAD_INPUT',
    status: 406,
    fr: 'Un abonnement se lit en « text/event-stream » ou par WebSocket.',
    en: 'A subscription is read as text/event-stream or over a WebSocket.',
  },
  RATE: {
    code: 'RATE_LIMITED',
    status: 429,
    fr: 'Trop de requêtes : réessayez dans un instant.',
    en: 'Too many requests: try again in a moment.',
  },
  CONNECTIONS: {
    code: 'RATE_LIMITED',
    status: 429,
    fr: 'Trop de connexions ouvertes : réessayez dans un instant.',
    en: 'Too many open connections: try again in a moment.',
  },
  INTERNAL: {
    code: 'INTERNAL',
    status: 500,
    fr: 'Une erreur inattendue est survenue.',
    en: 'An unexpected error occurred.',
  },
  UNAVAILABLE: {
    code: 'INTERNAL',
    status: 503,
    fr: 'Ce service ne répond pas pour le moment : réessayez dans un instant.',
    en: 'This service does not answer for now: try again in a moment.',
  },
} satisfies Record<string, Text>;

export type RefusalName = keyof typeof catalogue;

/** A request that is answered without being executed. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;

  /** @param detail what exactly is wrong, shown after the message; never anything secret */
  constructor(
    readonly refusal: RefusalName,
    readonly detail?: string,
    options?: ErrorOptions & { retryAfterSeconds?: number },
  ) {
    super(detail ? `${catalogue[refusal].en}: ${detail}` : catalogue[refusal].en, options);
    this.code = catalogue[refusal].code;
    this.status = catalogue[refusal].status;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
  readonly retryAfterSeconds: number | undefined;

  /** The error as the caller reads it, in their language. */
  toJSON(locale: Locale, requestId?: string) {
    return {
      message: refusalText(this.refusal, locale, this.detail),
      extensions: { code: this.code, ...(requestId && { requestId }) },
    };
  }
}

/** The words of a refusal in the reader's language. */
export function refusalText(refusal: RefusalName, locale: Locale, detail?: string): string {
  const text = catalogue[refusal][locale];
  if (!detail) return text;
  return locale === 'fr' ? `${text} : ${detail}` : `${text}: ${detail}`;
}
