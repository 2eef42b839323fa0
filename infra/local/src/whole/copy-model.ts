import { randomUUID } from 'node:crypto';
import type { DatabaseUrls } from '../settings.js';
import { acting, findTerritory } from './acting.js';

interface Protocol {
  name: string;
  introduction: string | null;
  steps: Record<string, unknown>[];
}

/**
 * Gives a new territory what another one has written for itself: its published protocol, as a draft to adapt, and the
 * reasons that its moderators have at hand. What it has of its own already stays.
 * @returns what was copied, in words
 */
export async function copyModel(databases: DatabaseUrls, from: string, to: string): Promise<string> {
  const [model, { id }] = [await findTerritory(databases, from), await findTerritory(databases, to)];
  const protocol = await copyProtocol(databases, model.id, id);
  const reasons = await copyReasons(databases, model.id, id);
  return `From ${model.name}: ${protocol ? 'its welcome protocol, as a draft' : 'no protocol'}, ${reasons} reasons of moderators`;
}

async function copyProtocol(databases: DatabaseUrls, from: string, to: string): Promise<boolean> {
  const { rows } = await acting(databases, 'accompaniment', from, (client) =>
    client.query(
      `select name, introduction, steps from welcome_protocol where territory_id = $1 and status = 'PUBLISHED'`,
      [from],
    ),
  );
  const [protocol] = rows as Protocol[];
  if (!protocol) return false;
  // The actors are of the other territory's network: here somebody else does it.
  const steps = protocol.steps.map(({ actorId: _id, actorName: _name, ...step }) => step);
  const written = await acting(databases, 'accompaniment', to, (client) =>
    client.query(
      `insert into welcome_protocol (id, territory_id, number, name, introduction, steps, origin)
       select $2, $1, 1, $3, $4, $5, $6
        where not exists (select from welcome_protocol where territory_id = $1)`,
      [to, randomUUID(), protocol.name, protocol.introduction, JSON.stringify(steps), from],
    ),
  );
  return written.rowCount === 1;
}

async function copyReasons(databases: DatabaseUrls, from: string, to: string): Promise<number> {
  const { rows } = await acting(databases, 'directory', from, (client) =>
    client.query('select position, text from refusal_reason where territory_id = $1 order by position', [
      from,
    ]),
  );
  if (rows.length === 0) return 0;
  const written = await acting(databases, 'directory', to, (client) =>
    client.query(
      `insert into refusal_reason (id, territory_id, position, text)
       select gen_random_uuid(), $1, reason.position, reason.text
         from jsonb_to_recordset($2) as reason (position int, text text)
        where not exists (select from refusal_reason where territory_id = $1)`,
      [to, JSON.stringify(rows)],
    ),
  );
  return written.rowCount ?? 0;
}
