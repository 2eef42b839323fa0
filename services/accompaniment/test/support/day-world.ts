import { randomUUID } from 'node:crypto';
import { HouseholdLinks } from '../../dist/household/household-links.js';
import { type AccompanimentWorld, LINK_SECRET } from './accompaniment-world.js';

export const links = new HouseholdLinks(LINK_SECRET);
const HOUR = 3_600_000;
export const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

export interface Household {
  id: string;
  prospectId: string;
  token: string;
}

/** A household with a name and an address in a session. */
export async function expected(
  world: AccompanimentWorld,
  territoryId: string,
  sessionId: string,
  { status = 'CONFIRMED', adults = 2, children = [] as number[], name = 'Sam Dubois' } = {},
): Promise<Household> {
  const prospectId = await world.prospect(territoryId, '2024-03-01', { adults, children });
  const id = await world.registration(territoryId, sessionId, status, { prospectId, adults, children });
  await world.write(
    territoryId,
    `update registration set contact_name = $2, email = $3, email_key = $3, phone = '+33561000000',
            needs = '{"diet": "sans arachide", "childcare": [2019]}' where id = $1`,
    [id, name, `${randomUUID()}@exemple.fr`],
  );
  return { id, prospectId, token: links.tokenOf('CHECK_IN', id) };
}

export const mark = (
  registrationId: string,
  person: number,
  attended: boolean,
  markedAt: string,
  key = randomUUID(),
) => ({ key, registrationId, person, attended, markedAt });

/** What happened to a registration, in order. */
export async function trailOf(world: AccompanimentWorld, registrationId: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ kind: string }>(
    'select kind from registration_event where registration_id = $1 order by id',
    [registrationId],
  );
  return rows.map(({ kind }) => kind);
}

export async function statusOf(world: AccompanimentWorld, registrationId: string): Promise<string> {
  const { rows } = await world.superuser.query('select status from registration where id = $1', [
    registrationId,
  ]);
  return rows[0].status;
}

export async function timelineOf(world: AccompanimentWorld, prospectId: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ kind: string }>(
    'select kind from prospect_event where prospect_id = $1 order by at',
    [prospectId],
  );
  return rows.map(({ kind }) => kind);
}
