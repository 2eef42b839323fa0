import type { SubgraphContext } from '@ancrage/subgraph';
import { asTerritory } from '@ancrage/subgraph/self-service';
import type { HouseholdLinks } from '../household/household-links.js';
import { householdOf } from '../project/project-holder.js';

/**
 * The latest export that a household asked for by the link to its page; null without. What a member had exported is the
 * member's to hand over.
 */
export async function latestOwnExport(
  context: SubgraphContext,
  links: HouseholdLinks,
  token: string,
): Promise<string | null> {
  const prospectId = await householdOf(context, links, token);
  if (!prospectId) return null;
  const [row] = await asTerritory(context).read<{ id: string }>({
    name: 'own export',
    text: `select id from person_request where territory_id = $1 and kind = 'EXPORT' and asked_by = 'HOUSEHOLD'
        and (subject #>> '{person,prospectId}' = $2
          or result #> '{accompaniment,households}' @> jsonb_build_array(
               jsonb_build_object('prospect', jsonb_build_array(jsonb_build_object('id', $2::text)))))
      order by asked_at desc limit 1`,
    values: [context.requireTerritory(), prospectId],
  });
  return row?.id ?? null;
}
