import type { Connection } from '@ancrage/subgraph/database';

/** A registration that ends because its household has a better standing one in the same session. */
export interface DoubleSeat {
  registrationId: string;
  /** A session that has not begun, and a seat or a place on its list: it is given up by the rules. */
  live: boolean;
}

/** Best standing first: who came, who has a seat, who is offered one, who waits. */
const STANDING = `array_position(array['ATTENDED', 'CONFIRMED', 'OFFERED', 'WAITLISTED', 'PENDING', 'NO_SHOW', 'CANCELLED'], r.status::text)`;

/** The registrations of two households in one session that are not the better standing one, and still count. */
export async function doubleSeats(connection: Connection, ids: readonly string[]): Promise<DoubleSeat[]> {
  const { rows } = await connection.query<DoubleSeat>(
    `select id as "registrationId", live from (
       select r.id, r.status, s.starts_at > now() as live,
              row_number() over (partition by r.session_id order by ${STANDING}, r.arrival_order) as place
         from registration r join discovery_session s on s.id = r.session_id
        where r.prospect_id = any($1::uuid[]) and r.status <> 'CANCELLED') as ranked
      where place > 1 and status in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
      order by id`,
    [ids],
  );
  return rows;
}
