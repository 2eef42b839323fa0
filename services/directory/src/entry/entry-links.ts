import { LinkSigner } from '@ancrage/post/link';
import type { LinkPurpose } from './issue-link.js';

/** What a letter needs of the territory whose site its links lead to. */
export interface Site {
  /** Address without a slash at its end. */
  site: string;
}

/** The addresses of entry links, and the tokens of the sessions that they open. One is never taken for the other. */
export class EntryLinks {
  private readonly links: LinkSigner;
  private readonly sessions: LinkSigner;

  constructor(secret: string) {
    this.links = new LinkSigner(secret, 'ancrage entry link 1');
    this.sessions = new LinkSigner(secret, 'ancrage entry session 1');
  }

  /** The whole address of a link, in the language in which its page is to be read. */
  addressOf({ site }: Site, id: string, purpose: LinkPurpose, locale: string): string {
    const page = purpose === 'OBJECT' ? 'objection' : 'lien';
    return `${site}${locale === 'en' ? '/en' : ''}/annuaire/${page}/${this.links.tokenOf(id)}`;
  }

  /** The link that a token stands for, or null for one that was not signed here. */
  linkOf(token: string): string | null {
    return this.links.idOf(token);
  }

  /** What proves for two hours that a link was opened. */
  sessionOf(linkId: string): string {
    return this.sessions.tokenOf(linkId);
  }

  linkOfSession(session: string): string | null {
    return this.sessions.idOf(session);
  }
}
