import { randomUUID } from 'node:crypto';
import { asSuperuser, SERVICES, type ServiceName } from '@ancrage/postgres/databases';
import { tracesOf } from '../src/database/canary-rows.js';
import { databaseUrl, serviceCommand } from '../src/platform/commands.js';
import { gatewayClient } from '../src/platform/gateway-client.js';
import type { PlatformSettings } from '../src/platform/platform.js';
import { signIn, tokenOf } from '../src/platform/sign-in.js';
import { SiteClient } from '../src/platform/site-client.js';

export interface Person {
  name: string;
  email: string;
  phone: string;
}

interface Territory {
  id: string;
  slug: string;
  communes: { code: string }[];
}

/** People whom all four services of a running platform know, and where they are still found. */
export function knownPerson(platform: PlatformSettings, territory: Territory) {
  const inDatabase = <Row extends object>(service: ServiceName, text: string, values: unknown[] = []) =>
    databaseUrl(platform, service, 'superuser').then((url) =>
      asSuperuser(url, async (client) => {
        await client.query(`select set_config('app.territory_id', $1, false)`, [territory.id]);
        return (await client.query<Row>(text, values)).rows;
      }),
    );

  /** A person whom all four services know, as people, members and visitors make them known. */
  async function becomeKnown({ name, email, phone }: Person): Promise<string> {
    const dialled = phone.replace('+33', '0');
    await serviceCommand(
      ...([platform, 'identity', 'cli.js', 'grant', '--email', email, '--name', name] as const),
      ...['--territory', territory.id, '--role', 'VIEWER'],
    );
    const soloId = randomUUID();
    await inDatabase(
      'directory',
      `insert into solo (id, territory_id, slug, identified_by, identified_at, display_name, activity, skills)
       values ($1, $2, $4, 'agent', now(), $3, 'Tissage', '{}')`,
      [soloId, territory.id, name, `solo-${soloId}`],
    );
    await inDatabase(
      'directory',
      `insert into solo_contact (solo_id, territory_id, person_name, email, email_key, phone, phone_key, shown)
       values ($1, $2, $3, $4, $4, $5, $5, '{}')`,
      [soloId, territory.id, name, email, phone],
    );
    await inDatabase(
      'directory',
      `insert into letter (id, territory_id, key, recipient, subject, sent_at) values ($1, $2, $5, $3, $4, now())`,
      [randomUUID(), territory.id, email, `Bonjour ${name}`, randomUUID()],
    );
    await inDatabase(
      'territory',
      `insert into premises (id, territory_id, commune_code, kind, title, expires_on, contact_name, contact_email, contact_phone,
         contact_consent_at)
       values ($1, $2, $3, 'WORKSHOP', 'Atelier', '2099-01-01', $4, $5, $6, now())`,
      [randomUUID(), territory.id, territory.communes[0]?.code, name, email, dialled],
    );
    await inDatabase(
      'accompaniment',
      `insert into sponsor (id, territory_id, solo_id, name, email, email_key, phone, consent_wording, consent_version, consented_at)
       values ($1, $2, $3, $4, $5, $5, $6, 'J’accepte.', '1', now())`,
      [randomUUID(), territory.id, soloId, name, email, phone],
    );
    return soloId;
  }

  async function tracesEverywhere(words: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const service of SERVICES) {
      const url = await databaseUrl(platform, service, 'superuser');
      found.push(
        ...(await asSuperuser(url, (client) => tracesOf(client, words))).map(
          (table) => `${service}.${table}`,
        ),
      );
    }
    return found;
  }

  return { inDatabase, becomeKnown, tracesEverywhere };
}

/** The gateway as an administrator of a territory has it. */
export async function administratorOf(
  platform: PlatformSettings & { gatewayUrl: string; mailUrl: string },
  { id, slug }: Territory,
  email: string,
  hostname = `${slug}.localhost`,
) {
  await serviceCommand(
    ...([platform, 'identity', 'cli.js', 'grant', '--email', email] as const),
    ...['--territory', id, '--role', 'ADMINISTRATOR'],
  );
  const site = new SiteClient(platform.ports.WEB_PORT, hostname);
  await signIn(site, platform.mailUrl, email);
  return gatewayClient(platform.gatewayUrl, { territory: slug, token: await tokenOf(site) });
}
