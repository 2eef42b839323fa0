import type { SubgraphContext } from '@ancrage/subgraph';
import type { PersonalDataAnswer, PersonalDataAsk, PersonSought } from '@ancrage/subgraph/personal-data';
import { countMentions, redactMentions } from '@ancrage/subgraph/redact-mentions';

const PREMISES = `territory_id = $1 and (lower(contact_email) = $2 or regexp_replace(contact_phone, '\\D', '', 'g') = any($3))`;
const INVITATIONS = 'territory_id = $1 and lower(email) = $2';
/** Where a territory is found is its own. */
const NO_MENTION = ['territory_host'];

/**
 * All that the territory service keeps of a person, or that it forgets them: contacts of premises, addresses that were
 * asked to verify facts, what was written about them in reports, a member's own views of lists.
 */
export async function territoryPersonalData(
  context: SubgraphContext,
  { kind, person }: PersonalDataAsk,
): Promise<PersonalDataAnswer> {
  const territoryId = context.requireTerritory();
  const values = [territoryId, person.emailKey, digitsOf(person)];
  const views = await viewsOf(context, kind, person.accountId);
  return context.write(async (connection): Promise<PersonalDataAnswer> => {
    const rows = async (text: string, given: unknown[]) =>
      (await connection.query<{ row: unknown }>(text, given)).rows.map(({ row }) => row);
    if (kind === 'EXPORT') {
      const premises = await rows(`select to_jsonb(t) as row from premises t where ${PREMISES}`, values);
      const invitations = await rows(
        `select to_jsonb(t) as row from campaign_invitation t where ${INVITATIONS}`,
        values.slice(0, 2),
      );
      return {
        counts: { premises: premises.length, invitations: invitations.length, savedViews: views.length },
        kept: {},
        data: { premises, invitations, savedViews: views },
      };
    }
    const premises = await connection.query(
      `update premises set contact_name = null, contact_email = null, contact_phone = null, contact_consent_at = null,
         contact_consent = null, updated_at = now() where ${PREMISES}`,
      values,
    );
    const invitations = await connection.query(
      `update campaign_invitation set email = null, answered_by = null, send_problem = null where ${INVITATIONS}`,
      values.slice(0, 2),
    );
    const mentions = await redactMentions(connection, territoryId, person);
    const histories = await countMentions(connection, territoryId, person, NO_MENTION);
    const kept: Record<string, number> = {
      ...(premises.rowCount && { premises: premises.rowCount }),
      ...(histories > 0 && { histories }),
    };
    return {
      counts: {
        premises: premises.rowCount ?? 0,
        invitations: invitations.rowCount ?? 0,
        savedViews: views.length,
        mentions,
      },
      // The place and the answer are the territory's facts; nobody is named in them any more.
      kept,
    };
  });
}

/** Nobody but their owner sees them: that is who asks here. */
function viewsOf(
  context: SubgraphContext,
  kind: PersonalDataAsk['kind'],
  accountId: string | null,
): Promise<unknown[]> {
  if (!accountId) return Promise.resolve([]);
  const owner = context.onBehalfOf({ userId: accountId, role: 'AGENT', regions: [], operator: false });
  const own = 'where territory_id = $1 and user_id = $2';
  return owner.write(async (connection) => {
    const { rows } = await connection.query(
      kind === 'ERASE'
        ? `delete from saved_view ${own} returning id`
        : `select list, name, search from saved_view ${own}`,
      [context.scope.territoryId, accountId],
    );
    return rows;
  });
}

/** A number as it may be written, with its country or as it is dialled in France. */
function digitsOf({ phoneKey }: PersonSought): string[] {
  const digits = phoneKey?.replace(/\D/g, '');
  return digits ? [digits, digits.replace(/^33/, '0')] : [];
}
