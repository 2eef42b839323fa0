import { LinkSigner } from '@ancrage/post/link';

/** What a link of an e-mail lets a household do. */
export type HouseholdLinkPurpose =
  | ('REGISTRATION' | 'CHECK_IN' | 'SURVEY' | 'NEWS' | 'PROJECT' | 'SPONSOR')
  // A member's own calendar, which asks without a session.
  | 'STEP_FEED';

const PAGES: Record<HouseholdLinkPurpose, string> = {
  REGISTRATION: 'decouvrir/inscription',
  CHECK_IN: 'espace/sessions/accueil',
  SURVEY: 'decouvrir/avis',
  NEWS: 'decouvrir/nouvelles',
  PROJECT: 'mon-projet',
  SPONSOR: 'parrainage',
  STEP_FEED: 'mes-etapes',
};

/**
 * The addresses by which a household acts without an account: its registration, its place on the day, its answer, its
 * news, its project; a sponsor's own page, a member's calendar. Each holds a uuid and its signature; one purpose is never taken for another.
 */
export class HouseholdLinks {
  private readonly signers: Record<HouseholdLinkPurpose, LinkSigner>;

  constructor(secret: string) {
    const signer = (purpose: HouseholdLinkPurpose) =>
      new LinkSigner(secret, `ancrage household ${purpose.toLowerCase()} 1`);
    this.signers = {
      REGISTRATION: signer('REGISTRATION'),
      CHECK_IN: signer('CHECK_IN'),
      SURVEY: signer('SURVEY'),
      NEWS: signer('NEWS'),
      PROJECT: signer('PROJECT'),
      SPONSOR: signer('SPONSOR'),
      STEP_FEED: signer('STEP_FEED'),
    };
  }

  /** The whole address of a link, in the language in which its page is to be read; `site` has no slash at its end. */
  addressOf({ site }: { site: string }, purpose: HouseholdLinkPurpose, id: string, locale: string): string {
    return `${site}${locale === 'en' ? '/en' : ''}/${PAGES[purpose]}/${this.tokenOf(purpose, id)}`;
  }

  tokenOf(purpose: HouseholdLinkPurpose, id: string): string {
    return this.signers[purpose].tokenOf(id);
  }

  /** The uuid that a token stands for, or null for one that was not signed here for this purpose. */
  idOf(purpose: HouseholdLinkPurpose, token: string): string | null {
    return this.signers[purpose].idOf(token);
  }
}
