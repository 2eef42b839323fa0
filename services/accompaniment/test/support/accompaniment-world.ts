import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { type RunningSubgraph, startSubgraph } from '@ancrage/testing/subgraph';
import pg from 'pg';
import { createApp } from '../../dist/app.js';
import type { AccompanimentEnvironment } from '../../dist/env.js';

/** Signs the links of these tests. */
export const LINK_SECRET = 'a secret for the links of these tests';

export interface SessionSeed {
  id?: string;
  slug?: string;
  title?: string;
  status?: 'DRAFT' | 'PUBLISHED' | 'CLOSED' | 'CANCELLED';
  startsAt?: string;
  capacity?: number;
  communeCode?: string;
  partnerName?: string;
  summary?: string;
  programme?: object[];
}

export interface HouseholdSeed {
  adults?: number;
  children?: number[];
}

/** An accompaniment subgraph on a database of its own, and the means to fill it. */
export class AccompanimentWorld {
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly database: TestDatabase,
    readonly subgraph: RunningSubgraph,
    /** Past every policy: sets the scene, and shows what the policies hide. */
    readonly superuser: pg.Client,
  ) {}

  /**
   * @param mail how e-mails leave; without it they wait
   * @param bounces where they come back to
   * @param gatewayUrl where other services are asked
   */
  static async create(
    mail: AccompanimentEnvironment['mail'] = null,
    bounces: string | null = null,
    gatewayUrl: string | null = null,
  ): Promise<AccompanimentWorld> {
    const database = await createTestDatabase('accompaniment');
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    return new AccompanimentWorld(
      database,
      await startSubgraph(createApp, database, { linkSecret: LINK_SECRET, mail, bounces, gatewayUrl }),
      superuser,
    );
  }

  async close(): Promise<void> {
    await this.superuser.end();
    await this.subgraph.stop();
  }

  /**
   * Writes as the superuser, yet about one territory: the trigger of the counters wants to know which. One write after the
   * other, since they share a connection and what it was told.
   */
  write(territoryId: string, text: string, values: unknown[]): Promise<pg.QueryResult> {
    const written = this.turn.then(async () => {
      await this.superuser.query(`select set_config('app.territory_id', $1, false)`, [territoryId]);
      return this.superuser.query(text, values);
    });
    this.turn = written.catch(() => undefined);
    return written;
  }

  async session(territoryId: string, seed: SessionSeed = {}): Promise<string> {
    const id = seed.id ?? randomUUID();
    const startsAt = seed.startsAt ?? '2099-05-01T09:00:00Z';
    await this.write(
      territoryId,
      `insert into discovery_session (id, territory_id, slug, title, format, status, summary, starts_at, ends_at,
                                      capacity, host_commune_code, partner_name, programme)
       values ($1, $2, $3, $4, 'DAY', $5, $6, $7, $7::timestamptz + interval '8 hours', $8, $9, $10, $11)`,
      [
        id,
        territoryId,
        seed.slug ?? `session-${id}`,
        seed.title ?? 'Journée découverte',
        seed.status ?? 'PUBLISHED',
        seed.summary ?? null,
        startsAt,
        seed.capacity ?? 20,
        seed.communeCode ?? '09030',
        seed.partnerName ?? null,
        JSON.stringify(seed.programme ?? []),
      ],
    );
    return id;
  }

  async prospect(
    territoryId: string,
    firstContactOn = '2024-03-01',
    household: HouseholdSeed = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.write(
      territoryId,
      `insert into prospect (id, territory_id, first_contact_on, adults, children_birth_years) values ($1, $2, $3, $4, $5)`,
      [id, territoryId, firstContactOn, household.adults ?? 1, household.children ?? []],
    );
    return id;
  }

  async registration(
    territoryId: string,
    sessionId: string,
    status: string,
    household: HouseholdSeed & { prospectId?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.write(
      territoryId,
      `insert into registration (id, territory_id, session_id, prospect_id, status, adults, children_birth_years, registered_at,
                                 offer_expires_at)
       values ($1, $2, $3, $4, $5::registration_status, $6, $7, now(), case when $5::registration_status = 'OFFERED' then now() + interval '2 days' end)`,
      [
        id,
        territoryId,
        sessionId,
        household.prospectId ?? (await this.prospect(territoryId)),
        status,
        household.adults ?? 1,
        household.children ?? [],
      ],
    );
    return id;
  }

  async installation(
    territoryId: string,
    seed: { plannedOn?: string; effectiveOn?: string; abandonedOn?: string } & HouseholdSeed = {},
  ): Promise<string> {
    const id = randomUUID();
    const { plannedOn = '2024-04-01', effectiveOn = null, abandonedOn = null } = seed;
    await this.write(
      territoryId,
      `insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, effective_on, abandoned_on,
                                 commune_code, declared_by, adults, children_birth_years)
       values ($1, $2, $3, $4, 'LONG_TERM', $5, $6, $7, '09030', 'test', $8, $9)`,
      [
        id,
        territoryId,
        await this.prospect(territoryId),
        effectiveOn ? 'EFFECTIVE' : abandonedOn ? 'ABANDONED' : 'PLANNED',
        plannedOn,
        effectiveOn,
        abandonedOn,
        seed.adults ?? 1,
        seed.children ?? [],
      ],
    );
    return id;
  }

  async counters(sessionId: string): Promise<{ seats: number; waitlist: number }> {
    const { rows } = await this.superuser.query(
      'select seats_taken as seats, waitlist_length as waitlist from discovery_session where id = $1',
      [sessionId],
    );
    return rows[0];
  }
}
