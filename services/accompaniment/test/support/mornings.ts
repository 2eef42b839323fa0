import type { DailyWork } from '@ancrage/post/daily';
import type { ReachableMember } from '@ancrage/signature/members';
import { openDatabase } from '@ancrage/subgraph/database';
import { DATABASE } from '../../dist/database.js';
import { AccompanimentWorld } from './accompaniment-world.js';

const CARD = { name: 'Pays', site: 'https://pays.example', slug: 'pays', colours: null, sender: null };

export const reachable = (id: string, role: ReachableMember['role'] = 'AGENT'): ReachableMember => ({
  ...{ id, role, name: `Nom de ${id}`, email: `${id}@equipe.example` },
});

/** A world whose daily works are done on days that the test chooses. */
export async function worldOfMornings() {
  const world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  const database = await openDatabase(DATABASE, { appUrl, ownerUrl });
  return {
    world,
    close: async () => {
      await database.close();
      await world.close();
    },
    morningOf: (territoryId: string, work: DailyWork) => (day: string) => {
      const scope = { territoryId, role: 'OPERATOR' as const, userId: null };
      return database.write(scope, (connection) => work(connection, scope, CARD, day));
    },
    /** The letters of a territory whose key begins so, the first ones first. */
    lettersOf: async (territoryId: string, key: string) => {
      const { rows } = await world.superuser.query(
        `select recipient as "to", subject, body, reply_to as "replyTo" from letter
          where territory_id = $1 and key like $2 order by created_at, key`,
        [territoryId, `${key}:%`],
      );
      return rows as { to: string; subject: string; body: string; replyTo: string | null }[];
    },
  };
}
