import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { type RunningSubgraph, startSubgraph } from '@ancrage/testing/subgraph';
import pg from 'pg';
import { createApp } from '../../dist/app.js';
import type { DirectoryEnvironment } from '../../dist/env.js';

/** Signs the links of these tests. */
export const LINK_SECRET = 'a secret for the links of these tests';

export interface SoloSeed {
  displayName?: string;
  slug?: string;
  activity?: string;
  skills?: string[];
  presentation?: string;
  /** Null: they do not show it, and are found by their area. */
  communeCode?: string | null;
  area?: string;
  languages?: string[];
  canSponsor?: boolean;
  identifiedAt?: string;
  publishedAt?: string;
  demonstration?: boolean;
}

/** A directory subgraph on a database of its own, and the means to fill it. */
export class DirectoryWorld {
  private constructor(
    readonly database: TestDatabase,
    readonly subgraph: RunningSubgraph,
    /** Past every policy: sets the scene, and shows what the policies hide. */
    readonly superuser: pg.Client,
  ) {}

  /** @param mail how e-mails leave; without it they wait */
  static async create(mail: DirectoryEnvironment['mail'] = null): Promise<DirectoryWorld> {
    const database = await createTestDatabase('directory');
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    return new DirectoryWorld(
      database,
      await startSubgraph(createApp, database, { linkSecret: LINK_SECRET, mail }),
      superuser,
    );
  }

  async close(): Promise<void> {
    await this.superuser.end();
    await this.subgraph.stop();
  }

  /** A solo that was only noticed. */
  async identifiedSolo(territoryId: string, seed: SoloSeed = {}): Promise<string> {
    const id = randomUUID();
    await this.superuser.query(
      `insert into solo (id, territory_id, slug, identified_by, identified_at, display_name, activity, skills,
                         presentation, commune_code, can_sponsor, demonstration, area, languages)
       values ($1, $2, $3, 'test', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        territoryId,
        seed.slug ?? `solo-${id}`,
        seed.identifiedAt ?? '2024-03-01T10:00:00Z',
        seed.displayName ?? `Solo ${id}`,
        seed.activity ?? 'Graphisme',
        seed.skills ?? ['Affiche'],
        seed.presentation ?? null,
        seed.communeCode === undefined ? '09122' : seed.communeCode,
        seed.canSponsor ?? false,
        seed.demonstration ?? false,
        seed.area ?? null,
        seed.languages ?? [],
      ],
    );
    return id;
  }

  /** A solo's agreement, not used yet. */
  async consent(territoryId: string, soloId: string, wording = 'J’accepte.'): Promise<string> {
    const id = randomUUID();
    await this.superuser.query(
      `insert into consent (id, territory_id, solo_id, wording, version, channel, given_at)
       values ($1, $2, $3, $4, '1', 'WEB', now())`,
      [id, territoryId, soloId, wording],
    );
    return id;
  }

  /** A solo published with its consent. */
  async publishedSolo(territoryId: string, seed: SoloSeed = {}): Promise<{ id: string; consentId: string }> {
    const id = await this.identifiedSolo(territoryId, seed);
    const consentId = await this.consent(territoryId, id);
    await this.publish(id, consentId, seed.publishedAt);
    return { id, consentId };
  }

  publish(soloId: string, consentId: string, publishedAt = '2024-06-01T10:00:00Z') {
    return this.superuser.query(
      `update solo set status = 'PUBLISHED', consent_id = $2, published_at = $3 where id = $1`,
      [soloId, consentId, publishedAt],
    );
  }

  withdraw(consentId: string, at = 'now()') {
    return this.superuser.query(`update consent set withdrawn_at = ${at} where id = $1`, [consentId]);
  }
}
