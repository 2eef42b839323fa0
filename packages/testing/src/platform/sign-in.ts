import type { SiteClient } from './site-client.js';

interface Mail {
  id: string;
  text: string | null;
}

/** Signs a person in as they would: ask for a link, read the mail, open the link, press its button. */
export async function signIn(site: SiteClient, mailUrl: string, email: string): Promise<void> {
  const earlier = await listMails(mailUrl, email);
  const asked = await site.postJson('/auth/sign-in/magic-link', {
    email,
    callbackURL: '/espace',
    errorCallbackURL: '/connexion',
  });
  if (asked.status >= 300) throw new Error(`no link was sent to ${email}: ${asked.status} ${asked.body}`);
  const { pathname, search } = new URL(await readLink(mailUrl, email, earlier.length));
  const page = await site.get(`${pathname}${search}`);
  const action = /action="([^"]+)"/.exec(page.body)?.[1];
  const fields = new URLSearchParams();
  for (const [, name = '', value = ''] of page.body.matchAll(/name="([^"]+)" value="([^"]*)"/g))
    fields.set(name, value);
  const signedIn = await site.get(`${action}?${fields}`);
  if (signedIn.status >= 400)
    throw new Error(`the link of ${email} was refused: ${signedIn.status} ${signedIn.body}`);
}

/** The token that stands for a signed-in person at the gateway. */
export async function tokenOf(site: SiteClient): Promise<string> {
  const answer = await site.get('/auth/token');
  return answer.json<{ token: string }>().token;
}

/** Mails leave after the answer that announces them, so the first look may be too early. */
async function readLink(mailUrl: string, email: string, earlier: number): Promise<string> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const mails = await listMails(mailUrl, email);
    const [newest] = mails;
    if (newest && mails.length > earlier) {
      const { text } = await read<Mail>(`${mailUrl}/messages/${newest.id}`);
      const link = /https?:\/\/\S+/.exec(text ?? '')?.[0];
      if (link) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no mail came for ${email}`);
}

/** Newest first. */
const listMails = (mailUrl: string, email: string) =>
  read<{ id: string }[]>(`${mailUrl}/messages?to=${encodeURIComponent(email)}`);

async function read<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>;
}
