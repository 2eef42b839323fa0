import type { GenericOAuthConfig } from 'better-auth/plugins';
import type { OidcProvider } from '../env.js';

/** A configured provider in Better Auth's terms: authorization code with PKCE, ID token verified. */
export function toOAuthConfig(provider: OidcProvider): GenericOAuthConfig {
  return {
    providerId: provider.id,
    discoveryUrl: provider.discoveryUrl,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    scopes: provider.scopes,
    pkce: true,
    requireIdTokenVerification: true,
    mapProfileToUser: (profile) => ({
      name: nameOf(profile),
      emailVerified: provider.trustEmail || profile.email_verified === true,
    }),
  };
}

/** `usual_name` is ProConnect's family name. */
function nameOf(profile: Record<string, unknown>): string {
  const text = (claim: string): string => (typeof profile[claim] === 'string' ? profile[claim] : '');
  const parts = [text('given_name'), text('family_name') || text('usual_name')];
  return text('name') || parts.filter(Boolean).join(' ') || text('email');
}
