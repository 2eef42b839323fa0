import { asSuperuser, type ServiceName } from '@ancrage/postgres/databases';
import { databaseUrl } from './commands.js';
import type { PlatformSettings } from './platform.js';

const TENANT_SERVICES: ServiceName[] = ['territory', 'directory', 'accompaniment'];
const SHORTEST = 6;
/** Which territories there are, and where, is public: services keep it of those that they write for. */
const PUBLIC_BY_NATURE = 'territory_card';

/**
 * What betrays a territory: every text and identifier in its rows, in every tenant table of every service, that
 * stands in no row of the other one. A leak of any row shows at least its id.
 */
export async function canariesOf(
  platform: PlatformSettings,
  territoryId: string,
  otherId: string,
): Promise<Set<string>> {
  const canaries = new Set<string>();
  const shared = new Set<string>([territoryId]);
  for (const service of TENANT_SERVICES) {
    await asSuperuser(await databaseUrl(platform, service, 'superuser'), async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'territory_id'`,
      );
      for (const { name } of tables) {
        for (const [id, into] of [
          [territoryId, canaries],
          [otherId, shared],
        ] as const) {
          const { rows } = await client.query(
            `select to_jsonb(t) as row from "${name}" t where territory_id = $1`,
            [id],
          );
          const kept = name === PUBLIC_BY_NATURE ? shared : into;
          for (const { row } of rows) for (const text of texts(row)) kept.add(text);
        }
        // What stands in a row of nobody's, a licence for instance, is of no territory either.
        const { rows } = await client.query(
          `select to_jsonb(t) as row from "${name}" t where territory_id is null`,
        );
        for (const { row } of rows) for (const text of texts(row)) shared.add(text);
      }
    });
  }
  for (const text of shared) canaries.delete(text);
  // Values of enumerations are the schema's words, and days are everybody's: one that a protocol reckons may well be due elsewhere.
  return new Set([...canaries].filter((text) => !/^([A-Z][A-Z_]+|\d{4}-\d{2}-\d{2})$/.test(text)));
}

/** Every string in a JSON value that is long enough to mean something. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= SHORTEST ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
