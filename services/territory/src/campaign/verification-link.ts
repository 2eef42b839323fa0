import type { LinkSigner } from '@ancrage/post/link';

/** What the links of verification campaigns are signed for. */
export const VERIFICATION_LINKS = 'ancrage verification link 1';

/** Path of the page by which a commune answers an invitation, on the territory's site. */
export const verificationPath = (signer: LinkSigner, invitationId: string): string =>
  `/verifier/${signer.tokenOf(invitationId)}`;
