import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import type { InvitationsArguments } from './campaign.input.js';
import {
  type InvitationConnection,
  type InvitationNode,
  InvitationState,
  type VerificationCampaignConnection,
  type VerificationCampaignNode,
} from './campaign.js';

const COLUMNS = `c.id, c.name, c.message, c.families::text[] as families, c.status, c.due_on::text as "dueOn", c.created_at as "createdAt",
  (select count(*)::int from campaign_invitation i where i.campaign_id = c.id) as invited,
  (select count(*)::int from campaign_invitation i where i.campaign_id = c.id and i.opened_at is not null) as opened,
  (select count(*)::int from campaign_invitation i where i.campaign_id = c.id and i.answered_at is not null) as answered,
  (select count(*)::int from correction k join campaign_invitation i on i.id = k.invitation_id
    where i.campaign_id = c.id and k.status = 'PENDING') as "pendingCorrections"`;

/** A page of the campaigns, newest first. */
export async function selectCampaigns(
  context: SubgraphContext,
  first: number,
  after?: string,
): Promise<VerificationCampaignConnection> {
  const values: unknown[] = [context.requireTerritory(), first + 1];
  if (after) values.push(...decodeCursor(after, 2));
  const rows = await context.read<VerificationCampaignNode & { moment: string; total: number }>({
    name: `campaigns ${after ? 'after' : 'first'}`,
    text: `select ${COLUMNS}, c.created_at::text as moment,
        (select count(*)::int from verification_campaign where territory_id = $1) as total
      from verification_campaign c
      where c.territory_id = $1 ${after ? 'and (c.created_at, c.id) < ($3::timestamptz, $4::uuid)' : ''}
      order by c.created_at desc, c.id desc limit $2`,
    values,
  });
  const page = toPage(rows, first, (row) => encodeCursor([row.moment, row.id]));
  return { totalCount: rows[0]?.total ?? 0, ...page };
}

/** A campaign of the territory, batched; null when there is none of that id. */
export function loadCampaign(context: SubgraphContext, id: string): Promise<VerificationCampaignNode | null> {
  return context.load('campaign', id, async (ids: readonly string[]) => {
    const rows = await context.read<VerificationCampaignNode>({
      name: 'campaigns by id',
      text: `select ${COLUMNS} from verification_campaign c where c.territory_id = $1 and c.id::text = any($2)`,
      values: [context.requireTerritory(), ids],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
}

const STATES: Record<InvitationState, string> = {
  [InvitationState.INVITED]: 'i.opened_at is null and i.answered_at is null',
  [InvitationState.OPENED]: 'i.opened_at is not null and i.answered_at is null',
  [InvitationState.ANSWERED]: 'i.answered_at is not null',
};

/** A page of the communes of a campaign, by name. */
export async function selectInvitations(
  context: SubgraphContext,
  campaignId: string,
  { first, after, search, state }: InvitationsArguments,
): Promise<InvitationConnection> {
  const values: unknown[] = [context.requireTerritory(), campaignId];
  const conditions = ['i.territory_id = $1', 'i.campaign_id = $2::uuid'];
  const word = search?.trim();
  if (word)
    conditions.push(`tc.name_key like $${values.push(`%${nameKey(word).replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (state) conditions.push(STATES[state]);
  const from = `campaign_invitation i join territory_commune tc on tc.territory_id = i.territory_id and tc.commune_code = i.commune_code
    where ${conditions.join(' and ')}`;
  const counted = [...values];
  let beyond = '';
  if (after) {
    values.push(...decodeCursor(after, 2));
    beyond = `and (tc.name_key, i.commune_code) > ($${values.length - 1}, $${values.length})`;
  }
  values.push(first + 1);
  const [rows, [count]] = await Promise.all([
    context.read<InvitationNode & { nameKey: string }>({
      text: `select i.id, i.email, i.sent_at as "sentAt", i.send_problem as "sendProblem", i.opened_at as "openedAt",
          i.answered_at as "answeredAt", i.answered_by as "answeredBy", i.revoked_at as "revokedAt",
          i.commune_code as "communeCode", tc.name_key as "nameKey"
        from ${from} ${beyond} order by tc.name_key, i.commune_code limit $${values.length}`,
      values,
    }),
    context.read<{ total: number }>({ text: `select count(*)::int as total from ${from}`, values: counted }),
  ]);
  const page = toPage(rows, first, (row) => encodeCursor([row.nameKey, row.communeCode]));
  return { totalCount: count?.total ?? 0, ...page };
}
