import type { Mailer } from '@ancrage/post/mailer';
import { UserAccount } from '../account/user-account.entity.js';
import type { Background } from '../background.js';
import type { Database } from '../database.js';
import type { RateLimits } from '../http/rate-limit.service.js';
import { TERRITORY_NAME_HEADER } from '../http/web-request.js';
import { type AuthParts, LINK_MINUTES, QUARTER_HOUR } from './auth.js';
import { preferredLocale } from './locale.js';
import { composeSignInMail } from './sign-in.mail.js';

export interface LinkRequestParts {
  database: Database;
  rateLimits: RateLimits;
  mailer: Mailer;
  background: Background;
  /** Links sent to one mailbox per quarter of an hour. */
  mailLimit: number;
}

/**
 * Mails a sign-in link to an address that has an account. All of it happens after the answer, which is therefore the
 * same, and takes as long, for an address nobody knows.
 */
export function linkRequestHandler(parts: LinkRequestParts): AuthParts['onLinkRequested'] {
  const { database, rateLimits, mailer, background, mailLimit } = parts;
  return ({ email: asked, url, locale, headers }) => {
    background.run('Sending a sign-in link', async () => {
      const email = asked.toLowerCase();
      const account = await database.em.fork().findOne(UserAccount, { email }, { fields: ['id'] });
      if (!account) return;
      const { allowed } = await rateLimits.consume(`mail:${email}`, { max: mailLimit, window: QUARTER_HOUR });
      if (!allowed) return;
      const link = confirmationLink(url);
      const name = headers.get(TERRITORY_NAME_HEADER);
      const mail = composeSignInMail({
        link: link.href,
        host: link.host,
        territoryName: name && decodeURIComponent(name),
        locale: preferredLocale(typeof locale === 'string' ? locale : headers.get('accept-language')),
        validMinutes: LINK_MINUTES,
      });
      await mailer.send({ to: email, ...mail });
    });
  };
}

/** The same link to the page that asks for confirmation (see sign-in.page.ts). */
function confirmationLink(url: string): URL {
  const link = new URL(url);
  link.pathname = '/auth/link';
  return link;
}
