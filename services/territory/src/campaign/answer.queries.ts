import type { LinkSigner } from '@ancrage/post/link';
import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { type GivenAnswer, type InvitationToAnswer, VerificationAnswerKind } from './answer.js';

/**
 * The request on behalf of the commune that a link invites, or null for a link that was not signed here. Its rights
 * are those of a contributor of the request's territory, and the database lets it change its own answers alone.
 */
export function contextOfLink(context: SubgraphContext, signer: LinkSigner, token: string) {
  const id = signer.idOf(token);
  if (!id || !context.scope.territoryId) return null;
  const viewer = { userId: `invitation:${id}`, role: 'CONTRIBUTOR' as const, regions: [], operator: false };
  return { id, commune: context.onBehalfOf(viewer) };
}

type InvitationRow = Omit<InvitationToAnswer, 'answers'> & { opened: boolean };

/** What a link asks; null when its campaign is not open or is over, or when the link has ended. */
export async function selectInvitation(
  commune: SubgraphContext,
  id: string,
): Promise<InvitationToAnswer | null> {
  const territoryId = commune.requireTerritory();
  const [row] = await commune.read<InvitationRow>({
    name: 'invitation by link',
    text: `select i.id, i.commune_code as "communeCode", c.name as "campaignName", c.message, c.families::text[] as families,
        c.due_on::text as "dueOn", i.answered_at as "answeredAt", i.answered_by as "answeredBy", i.opened_at is not null as opened
      from campaign_invitation i join verification_campaign c on c.id = i.campaign_id
      where i.territory_id = $1 and i.id = $2 and i.revoked_at is null and c.status = 'OPEN' and c.due_on >= $3::date`,
    values: [territoryId, id, reportingDate()],
  });
  if (!row) return null;
  const { opened, ...invitation } = row;
  if (!opened)
    await commune.write((connection) =>
      connection.query(
        'update campaign_invitation set opened_at = now() where territory_id = $1 and id = $2 and opened_at is null',
        [territoryId, id],
      ),
    );
  return { ...invitation, answers: await selectAnswers(commune, id) };
}

type AnswerRow = Omit<GivenAnswer, 'type' | 'answer'> & { typeCode: string; knownCount: number | null };

async function selectAnswers(commune: SubgraphContext, id: string): Promise<GivenAnswer[]> {
  const rows = await commune.read<AnswerRow>({
    name: 'answers of a link',
    text: `select type_code as "typeCode", proposed_count as count, known_count as "knownCount", proposed_names as names, note
      from correction where territory_id = $1 and invitation_id = $2 and status = 'PENDING' and type_code is not null
      order by type_code`,
    values: [commune.requireTerritory(), id],
  });
  return rows.map(({ typeCode, knownCount, ...answer }) => ({
    ...answer,
    type: { code: typeCode },
    answer:
      answer.count === knownCount && answer.names.length === 0
        ? VerificationAnswerKind.CONFIRMED
        : VerificationAnswerKind.CORRECTED,
  }));
}
