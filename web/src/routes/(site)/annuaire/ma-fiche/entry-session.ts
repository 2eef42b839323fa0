import type { RequestEvent } from '@sveltejs/kit';

const cookie = 'fiche';
const options = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Keeps what a link opened, for as long as it holds; no script of the page can read it. */
export function keepSession(event: RequestEvent, session: string, until: string): void {
  const secure = event.url.protocol === 'https:';
  event.cookies.set(cookie, session, { ...options, secure, expires: new Date(until) });
}

export const sessionOf = ({ cookies }: Pick<RequestEvent, 'cookies'>): string => cookies.get(cookie) ?? '';

export const forgetSession = ({ cookies, url }: RequestEvent): void =>
  cookies.delete(cookie, { ...options, secure: url.protocol === 'https:' });
