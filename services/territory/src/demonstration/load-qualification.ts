import type pg from 'pg';
import { departmentOf } from '../import/communes.js';
import { stateOffer } from '../import/state-offer.js';
import { insertRows } from '../reference/load-reference.js';
import type { DemonstrationCommune, DemonstrationFacility } from './generate-facilities.js';
import {
  CAMPAIGN_FAMILIES,
  type Counts,
  countsOf,
  DEMONSTRATION_MARK,
  invitationOf,
  LISTED_TYPES,
  listedCounts,
  townHall,
  verificationsOf,
} from './generate-qualification.js';
import { randomFrom, uuidFrom } from './random.js';

/** Who made the generated campaign. */
const MAKER = 'demonstration';

/** Sources that disagree, verifications, an open campaign with answers, reports: generated, and marked as such. */
export async function loadQualification(
  client: pg.Client,
  territoryId: string,
  communes: readonly DemonstrationCommune[],
  facilities: readonly DemonstrationFacility[],
): Promise<void> {
  const counts = new Map(communes.map(({ code }) => [code, countsOf(facilities, code)]));
  const of = ({ code }: DemonstrationCommune): Counts => counts.get(code) ?? new Map();
  await loadList(client, territoryId, communes, of);
  await loadVerifications(client, territoryId, communes, of);
  await loadCampaign(client, territoryId, communes, of);
  await loadReports(client, territoryId, communes);
}

type CountsOf = (commune: DemonstrationCommune) => Counts;

async function loadList(
  client: pg.Client,
  territoryId: string,
  communes: readonly DemonstrationCommune[],
  counts: CountsOf,
): Promise<void> {
  const sourceId = `demonstration-list-${territoryId}`;
  await insertRows(client, 'source', [
    {
      id: sourceId,
      territory_id: territoryId,
      producer: 'Ancrage',
      dataset: 'Données de démonstration, liste de santé générée',
      vintage: 'générateur 1',
      licence: 'sans objet',
      demonstration: true,
      retrieved_at: new Date().toISOString(),
      exhaustive_types: LISTED_TYPES,
    },
  ]);
  const said = communes.flatMap((commune) =>
    Object.entries(listedCounts(commune, counts(commune))).map(([type, count]) => ({
      commune: commune.code,
      type,
      count,
    })),
  );
  await stateOffer(client, {
    territoryId,
    sourceId,
    vintage: 'générateur 1',
    counted: `select * from jsonb_to_recordset(${client.escapeLiteral(JSON.stringify(said))}::jsonb) as said (commune text, type text, count int)`,
    departments: [...new Set(communes.map(({ code }) => departmentOf(code)))],
  });
}

async function loadVerifications(
  client: pg.Client,
  territoryId: string,
  communes: readonly DemonstrationCommune[],
  counts: CountsOf,
): Promise<void> {
  const rows = communes.flatMap((commune) =>
    verificationsOf(commune, counts(commune)).map((row) => ({
      ...row,
      commune_code: commune.code,
      by: townHall(commune),
    })),
  );
  await client.query(
    `insert into verification (territory_id, commune_code, type_code, count, verified_by, verified_at, expires_at)
     select $1, commune_code, type_code, count, by, at, at + interval '12 months'
     from jsonb_to_recordset($2::jsonb) as v (commune_code text, type_code text, count int, by text, "monthsAgo" int),
       lateral (select now() - make_interval(months => "monthsAgo", days => 3) as at) moment`,
    [territoryId, JSON.stringify(rows)],
  );
}

async function loadCampaign(
  client: pg.Client,
  territoryId: string,
  communes: readonly DemonstrationCommune[],
  counts: CountsOf,
): Promise<void> {
  const campaignId = uuidFrom(territoryId, 'campaign');
  await client.query(
    `insert into verification_campaign (id, territory_id, name, message, families, status, due_on, created_by)
     values ($1, $2, $3, $4, $5::facility_family[], 'OPEN', current_date + 90, $6)`,
    [
      campaignId,
      territoryId,
      `Enfance, écoles, santé ${DEMONSTRATION_MARK}`,
      'Campagne générée, pour montrer comment les communes répondent.',
      CAMPAIGN_FAMILIES,
      MAKER,
    ],
  );
  const invited = communes.flatMap((commune) => {
    const invitation = invitationOf(territoryId, commune);
    return invitation ? [{ ...invitation, commune }] : [];
  });
  const rows = invited.map(({ commune, ...invitation }) => ({
    ...invitation,
    commune: commune.code,
    by: townHall(commune),
    doctors: (counts(commune).get('D265') ?? 0) + 1,
    nurses: counts(commune).get('D281') ?? 0,
  }));
  await client.query(INVITATIONS, [territoryId, campaignId, JSON.stringify(rows)]);
  await client.query(ANSWERS, [territoryId, JSON.stringify(rows.filter(({ answered }) => answered))]);
}

const INVITATIONS = `
  insert into campaign_invitation (id, territory_id, campaign_id, commune_code, opened_at, answered_at, answered_by)
  select id, $1, $2, commune, case when opened then now() - interval '6 days' end,
    case when answered then now() - interval '5 days' end, case when answered then by end
  from jsonb_to_recordset($3::jsonb) as i (id uuid, commune text, opened boolean, answered boolean, by text)`;

/** Who answered confirms the nurses and counts one doctor more. */
const ANSWERS = `
  insert into correction (id, territory_id, commune_code, type_code, origin, known_count, proposed_count, note, sent_by, invitation_id, created_at)
  select md5(i.id || type_code)::uuid, $1, commune, type_code, 'CAMPAIGN', known, proposed, note, by, i.id, now() - interval '5 days'
  from jsonb_to_recordset($2::jsonb) as i (id uuid, commune text, by text, doctors int, nurses int),
    lateral (values ('D265', doctors - 1, doctors, 'Un médecin de plus depuis la rentrée (démonstration).'), ('D281', nurses, nurses, ''))
      as answer (type_code, known, proposed, note)`;

/** A visitor's report in one commune of twenty-five. */
async function loadReports(
  client: pg.Client,
  territoryId: string,
  communes: readonly DemonstrationCommune[],
): Promise<void> {
  const rows = communes
    .filter(({ code }) => randomFrom(code, 'report') < 0.04)
    .map(({ code }) => ({ id: uuidFrom(territoryId, code, 'report'), commune: code }));
  await client.query(
    `insert into correction (id, territory_id, commune_code, type_code, origin, proposed_count, note, created_at)
     select id, $1, commune, 'B326', 'PUBLIC', 1, 'Une borne a été posée devant la mairie ${DEMONSTRATION_MARK}.', now() - interval '2 days'
     from jsonb_to_recordset($2::jsonb) as r (id uuid, commune text)`,
    [territoryId, JSON.stringify(rows)],
  );
}

/** Takes every generated record of the qualification away; what people did meanwhile stays. */
export async function removeQualification(
  client: Pick<pg.ClientBase, 'query'>,
  territoryId: string,
): Promise<void> {
  const own = [territoryId];
  const marked = `%${DEMONSTRATION_MARK}%`;
  await client.query(
    `delete from correction where territory_id = $1 and (sent_by like $2 or (origin = 'PUBLIC' and note like $2))`,
    [...own, marked],
  );
  await client.query('delete from verification where territory_id = $1 and verified_by like $2', [
    ...own,
    marked,
  ]);
  await client.query(
    `delete from campaign_invitation where territory_id = $1 and campaign_id in (
       select id from verification_campaign where territory_id = $1 and created_by = $2)`,
    [...own, MAKER],
  );
  await client.query('delete from verification_campaign where territory_id = $1 and created_by = $2', [
    ...own,
    MAKER,
  ]);
}
