/** Under this name an address carries the code of the poster or the post that led here; nothing else remembers it. */
export const originParameter = 'o';

const shape = /^[a-z0-9-]{2,40}$/;

/** What may be declared, in the order in which it is offered. */
export const channels = ['PRESS', 'WEB', 'FAIR', 'PARTNER', 'WORD_OF_MOUTH'] as const;
/** An address as the server and the page have it. */
type Address = { searchParams: Pick<URLSearchParams, 'get'> };

export type Channel = (typeof channels)[number];

/** How a household says it came, beside what the address says. */
export type FormOrigin = {
  code: string | null;
  declaredChannel: Channel | null;
  declaredWords: string | null;
};

/** The code that an address carries; null when it carries none, or something that can be none. */
export function originOf(url: Address): string | null {
  const code = url.searchParams.get(originParameter) ?? '';
  return shape.test(code) ? code : null;
}

/** « ?o=affiche-gare », or nothing: the last argument of the routes that lead on to a form. */
export function originSearch(url: Address): string {
  const code = originOf(url);
  return code ? `?${originParameter}=${code}` : '';
}

/** An address of the site with the code carried on, whatever it asks for already. */
export function carried(href: string, url: Address): string {
  const code = originOf(url);
  if (!code) {
    return href;
  }
  const [address = '', fragment] = href.split('#', 2);
  const asked = `${address}${address.includes('?') ? '&' : '?'}${originParameter}=${code}`;
  return fragment === undefined ? asked : `${asked}#${fragment}`;
}

/** What OriginFields sent with a form; what nobody could have chosen there is left out. */
export function originOfForm(form: FormData): FormOrigin {
  const code = String(form.get('origin') ?? '');
  const words = String(form.get('declaredWords') ?? '')
    .trim()
    .slice(0, 300);
  return {
    code: shape.test(code) ? code : null,
    declaredChannel: channels.find((channel) => channel === form.get('declaredChannel')) ?? null,
    declaredWords: words || null,
  };
}
