import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** As many connections as a process of the service writes with. */
const CONNECTIONS = 10;

/** The rows that one registration writes, in its order, with nothing around them. */
const INSERTS: [text: string, values: (row: FloorRow) => unknown[]][] = [
  [
    `insert into prospect (id, territory_id, first_contact_on, last_contact_at, stage, adults)
     values ($1, $2, now(), now(), 'IN_SESSION', 1)`,
    ({ prospect, territory }) => [prospect, territory],
  ],
  [
    `insert into prospect_contact (prospect_id, territory_id, name, email, email_key) values ($1, $2, 'Foyer', $3, $3)`,
    ({ prospect, territory, email }) => [prospect, territory, email],
  ],
  [
    `insert into prospect_touch (id, territory_id, prospect_id, form) values (gen_random_uuid(), $1, $2, 'REGISTRATION')`,
    ({ prospect, territory }) => [territory, prospect],
  ],
  [
    `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at)
     values (gen_random_uuid(), $1, $2, 'FOLLOW_UP', 'J’accepte', '1', 'SITE', now())`,
    ({ prospect, territory }) => [territory, prospect],
  ],
  [
    `insert into prospect_event (id, territory_id, prospect_id, kind)
     select gen_random_uuid(), $1, $2, unnest(array['CAME_IN', 'CONSENTED', 'MOVED', 'REGISTERED'])`,
    ({ prospect, territory }) => [territory, prospect],
  ],
];
const REGISTER: typeof INSERTS = [
  [
    `insert into registration (id, territory_id, session_id, prospect_id, status, adults, registered_at, idempotency_key, email, email_key)
     values ($1, $2, $3, $4, $5, 1, now(), gen_random_uuid()::text, $6, $6)`,
    ({ registration, territory, session, prospect, status, email }) => [
      ...[registration, territory, session, prospect, status, email],
    ],
  ],
  [
    `insert into registration_event (territory_id, session_id, registration_id, prospect_id, kind, people, seats_left)
     values ($1, $2, $3, $4, $5, 1, 0)`,
    ({ registration, territory, session, prospect, status }) => [
      ...[territory, session, registration, prospect, status],
    ],
  ],
  [
    `insert into letter (id, territory_id, key, prospect_id, recipient, subject, body, content)
     values (gen_random_uuid(), $1, $2, $3, $4, 'Inscription', repeat('x', 1500), $5)`,
    ({ registration, territory, prospect, email }) => [
      ...[territory, `confirmed:${registration}`, prospect, email],
      JSON.stringify({ parts: ['x'.repeat(4000)] }),
    ],
  ],
];

interface FloorRow {
  territory: string;
  session: string;
  prospect: string;
  registration: string;
  email: string;
  status: 'CONFIRMED' | 'WAITLISTED';
}

/** Registers in plain SQL, past every policy: the same rows, the same lock, the same commit. */
export function openFloor(superuserUrl: string, territory: string, session: string) {
  const pool = new pg.Pool({
    connectionString: superuserUrl,
    max: CONNECTIONS,
    options: `-c app.territory_id=${territory}`,
  });
  return {
    async register(index: number): Promise<void> {
      const client = await pool.connect();
      const row: FloorRow = {
        ...{ territory, session, prospect: randomUUID(), registration: randomUUID() },
        ...{ email: `floor-${index}@exemple.fr`, status: 'WAITLISTED' },
      };
      try {
        await client.query('begin');
        for (const [text, values] of INSERTS) await client.query(text, values(row));
        const { rows } = await client.query(
          'select capacity - seats_taken as left from discovery_session where id = $1 for update',
          [session],
        );
        row.status = rows[0].left > 0 ? 'CONFIRMED' : 'WAITLISTED';
        for (const [text, values] of REGISTER) await client.query(text, values(row));
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
