import type { DatabaseUrls } from '../settings.js';
import { acting, findTerritory } from './acting.js';

/** The services that write to people by themselves; what they hold back is theirs to say. */
const WRITING = ['accompaniment', 'directory'] as const;

/** Has nobody written to for a territory, and its terms stand still. Its site is closed by the service that knows its name. */
export async function holdLetters(databases: DatabaseUrls, slug: string): Promise<void> {
  const { id, name } = await findTerritory(databases, slug);
  for (const service of WRITING)
    await acting(databases, service, id, (client) =>
      client.query('select close_territory($1, $2, $3)', [id, slug, name]),
    );
}

/** Lets them leave again; terms are put off by as long as they stood still. */
export async function releaseLetters(databases: DatabaseUrls, slug: string): Promise<void> {
  const { id } = await findTerritory(databases, slug);
  for (const service of WRITING)
    await acting(databases, service, id, (client) => client.query('select open_territory($1)', [id]));
}
