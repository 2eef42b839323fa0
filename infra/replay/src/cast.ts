import { serviceCommand } from '@ancrage/testing/commands';
import type { PlatformSettings } from '@ancrage/testing/platform';
import { signIn } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';

/** Who has an account in the case. */
export const ROLES = ['ADMINISTRATOR', 'AGENT', 'CONTRIBUTOR', 'VIEWER', 'OBSERVER'] as const;
export type CastRole = (typeof ROLES)[number];

/** Everybody of the case with an account, signed in at the territory's site. */
export type Cast = Record<CastRole, SiteClient>;

/** Names each as the operator does, and signs them in as they would. */
export async function nameCast(
  platform: PlatformSettings,
  territory: { id: string; slug: string; region: string },
): Promise<Cast> {
  const signedIn = await Promise.all(
    ROLES.map(async (role) => [role, await join(platform, territory, role)]),
  );
  return Object.fromEntries(signedIn) as Cast;
}

async function join(
  platform: PlatformSettings,
  { id, slug, region }: { id: string; slug: string; region: string },
  role: CastRole,
): Promise<SiteClient> {
  const email = `${role.toLowerCase()}@${slug}.ancrage.test`;
  const right = role === 'OBSERVER' ? ['--region', region] : ['--territory', id, '--role', role];
  await serviceCommand(platform, 'identity', 'cli.js', 'grant', '--email', email, ...right);
  const site = new SiteClient(platform.ports.WEB_PORT, `${slug}.localhost`);
  await signIn(site, `http://127.0.0.1:${platform.ports.MAIL_PORT}`, email);
  return site;
}
