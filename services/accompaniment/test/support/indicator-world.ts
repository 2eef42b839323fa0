import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import type { AccompanimentWorld } from './accompaniment-world.js';

interface Settling {
  firstContactOn?: string;
  plannedOn?: string;
  effectiveOn?: string;
  abandonedOn?: string;
  communeCode?: string;
  adults?: number;
  children?: number[];
  jobs?: number;
}

/** Households of one territory written row by row, and its figures as somebody reads them. */
export class IndicatorWorld {
  readonly territoryId = randomUUID();

  constructor(readonly world: AccompanimentWorld) {}

  private write(text: string, values: unknown[]) {
    return this.world.write(this.territoryId, text, values);
  }

  /** A household with a name, as agents find it in their list. */
  async household(firstContactOn = '2024-03-01'): Promise<string> {
    const id = await this.world.prospect(this.territoryId, firstContactOn);
    await this.write(
      `insert into prospect_contact (prospect_id, territory_id, name, locale) values ($1, $2, 'Foyer d’essai', 'fr')`,
      [id, this.territoryId],
    );
    return id;
  }

  async attended(prospectId: string, startsAt: string): Promise<void> {
    const session = await this.world.session(this.territoryId, { startsAt });
    await this.world.registration(this.territoryId, session, 'ATTENDED', { prospectId });
  }

  async moved(prospectId: string, to: string, at: string): Promise<void> {
    await this.write(
      `insert into prospect_event (id, territory_id, prospect_id, kind, at, detail)
       values ($1, $2, $3, 'MOVED', $4, $5)`,
      [randomUUID(), this.territoryId, prospectId, at, JSON.stringify({ from: 'NEW', to })],
    );
  }

  async channel(prospectId: string, channel: string, at = '2024-03-01T10:00:00Z'): Promise<void> {
    await this.write(
      `insert into prospect_touch (id, territory_id, prospect_id, at, form, declared_channel)
       values ($1, $2, $3, $4, 'CALLBACK', $5)`,
      [randomUUID(), this.territoryId, prospectId, at, channel],
    );
  }

  async project(prospectId: string, seed: Settling = {}): Promise<string> {
    const id = randomUUID();
    const { plannedOn = '2024-04-01', effectiveOn = null, abandonedOn = null } = seed;
    await this.write(
      `insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, effective_on, abandoned_on,
         commune_code, declared_by, adults, children_birth_years, jobs)
       values ($1, $2, $3, $4, 'LONG_TERM', $5, $6, $7, $8, 'test', $9, $10, $11)`,
      [
        id,
        this.territoryId,
        prospectId,
        effectiveOn ? 'EFFECTIVE' : abandonedOn ? 'ABANDONED' : 'PLANNED',
        plannedOn,
        effectiveOn,
        abandonedOn,
        seed.communeCode ?? '09030',
        seed.adults ?? 1,
        seed.children ?? [],
        seed.jobs ?? null,
      ],
    );
    return id;
  }

  async settled(effectiveOn: string, seed: Settling = {}): Promise<string> {
    const prospectId = await this.household(seed.firstContactOn);
    return this.project(prospectId, { ...seed, effectiveOn });
  }

  async followUp(installationId: string, months: 6 | 12, dueOn: string, stillHere: boolean | null) {
    await this.write(
      `insert into follow_up (id, territory_id, installation_id, prospect_id, months, due_on, still_here)
       select $1, territory_id, id, prospect_id, $3, $4, $5 from installation where id = $2`,
      [randomUUID(), installationId, months, dueOn, stillHere],
    );
  }

  async step(
    installationId: string,
    dueOn: string,
    settledAt: string | null,
    status = settledAt ? 'DONE' : 'TODO',
  ) {
    await this.write(
      `insert into installation_step (id, territory_id, installation_id, prospect_id, key, position, title, phase, owner,
         due_on, status, settled_at, documents)
       select $1::uuid, territory_id, id, prospect_id, $1::text, 1, 'Étape', 'BEFORE', 'AGENT', $3, $4, $5, '[]'
         from installation where id = $2`,
      [randomUUID(), installationId, dueOn, status, settledAt],
    );
  }

  async sponsorship(prospectId: string, accepted: string | null, endedAt: string | null = null) {
    const sponsorId = randomUUID();
    await this.write(
      `insert into sponsor (id, territory_id, name, email, email_key, consent_wording, consent_version, consented_at)
       values ($1, $2, 'Parrain', $3, $3, 'accord', '1', now())`,
      [sponsorId, this.territoryId, `${sponsorId}@exemple.test`],
    );
    await this.write(
      `insert into sponsorship (id, territory_id, sponsor_id, prospect_id, status, reasons, proposed_by,
         sponsor_accepted_at, household_accepted_at, ended_at)
       values ($1, $2, $3, $4, $5, '[]', 'agent', '2024-01-01T10:00:00Z', $6, $7)`,
      [
        randomUUID(),
        this.territoryId,
        sponsorId,
        prospectId,
        endedAt ? 'ENDED' : accepted ? 'ACTIVE' : 'PROPOSED',
        accepted,
        endedAt,
      ],
    );
  }

  /** Asks as a member by their role, or as a visitor. */
  ask(role: Parameters<typeof viewerAs>[0] | null = null) {
    const { territoryId } = this;
    return this.world.subgraph.client({ territoryId, ...(role && { viewer: viewerAs(role) }) });
  }

  /** Fields of the territory, or the refusals. */
  async territory(fields: string, role: Parameters<typeof viewerAs>[0] | null = null) {
    const { data, errors } = await this.ask(role)(
      `{ _entities(representations: [{ __typename: "Territory", id: "${this.territoryId}" }]) { ... on Territory { ${fields} } } }`,
    );
    return errors ?? data?._entities[0];
  }

  /** The figures of a period by their keys. */
  async figures(from: string, to: string, role: Parameters<typeof viewerAs>[0] | null = 'VIEWER') {
    const { indicatorFigures } = await this.territory(
      `indicatorFigures(from: "${from}", to: "${to}") { figures { key value suppressed known total households } }`,
      role,
    );
    return byKey(indicatorFigures.figures);
  }
}

interface Figure {
  key: string;
  value: number | null;
  suppressed: boolean;
  known: number | null;
  total: number | null;
  households: number | null;
}

/** Figures by their keys. */
export const byKey = (figures: Figure[]): Record<string, Figure> =>
  Object.fromEntries(figures.map((figure) => [figure.key, figure]));
