import type { SubgraphContext } from '@ancrage/subgraph';
import { asTerritory } from '@ancrage/subgraph/self-service';
import type { HouseholdLinks } from '../household/household-links.js';

/**
 * The household whose page a link opens; null for a token that is none, is for something else, or whose household the
 * territory does not know (any more).
 */
export async function householdOf(
  context: SubgraphContext,
  links: HouseholdLinks,
  token: string,
): Promise<string | null> {
  context.requireTerritory();
  const prospectId = links.idOf('PROJECT', token);
  if (!prospectId) return null;
  const [holder] = await asTerritory(context).read<{ id: string }>({
    name: 'holder of a project',
    short: true,
    text: 'select id from prospect where id = $1 and anonymised_at is null',
    values: [prospectId],
  });
  return holder?.id ?? null;
}
