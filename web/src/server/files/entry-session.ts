import type { IncomingMessage } from 'node:http';

/** The cookie in which the pages of one's own entry keep the session that a link opened. */
export const entryCookie = 'fiche';
const ownEntry = '/files/directory/entry/';
const cookie = new RegExp(`(?:^|;\\s*)${entryCookie}=([^;]{1,1000})`);

/** Whose own entry a file is for: people without an account prove it by that session, and there alone. */
export function entrySession({ headers }: IncomingMessage, path: string): Record<string, string> {
  const session = path.startsWith(ownEntry) ? cookie.exec(headers.cookie ?? '')?.[1] : undefined;
  return session ? { 'x-entry-session': safelyDecoded(session) } : {};
}

/** As the framework wrote it; a value that is none proves nothing. */
function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value).replace(/[^\x21-\x7e]/g, '');
  } catch {
    return '';
  }
}
