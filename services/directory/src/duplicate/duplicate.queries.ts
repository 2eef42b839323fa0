import type { SubgraphContext } from '@ancrage/subgraph';
import { type Comparable, type DuplicatePair, duplicatesOf, findDuplicates } from './find-duplicates.js';

/** Beyond this a territory's directory is not what this was made for. */
const MOST_RECORDS = 50_000;

/** Pairs that may be one person and were not told apart yet, surest first. */
export async function selectDuplicates(context: SubgraphContext): Promise<DuplicatePair[]> {
  const [records, apart] = await Promise.all([comparables(context), toldApart(context)]);
  return findDuplicates(records).filter((pair) => !apart.has(pairKey(pair)));
}

/** Records that may be the same person as one of them. */
export async function likenessesOf(
  context: SubgraphContext,
  soloId: string,
): Promise<{ otherId: string; otherName: string }[]> {
  const [records, apart] = await Promise.all([comparables(context), toldApart(context)]);
  const names = new Map(records.map(({ id, displayName }) => [id, displayName]));
  return duplicatesOf(records, soloId)
    .filter((pair) => !apart.has(pairKey(pair)))
    .slice(0, 5)
    .map(({ firstId, secondId }) => (firstId === soloId ? secondId : firstId))
    .map((otherId) => ({ otherId, otherName: names.get(otherId) ?? '' }));
}

const pairKey = ({ firstId, secondId }: { firstId: string; secondId: string }) => `${firstId} ${secondId}`;

function comparables(context: SubgraphContext): Promise<Comparable[]> {
  // What is asked for twice in a request is read once.
  return context.load('comparable solos', context.requireTerritory(), async ([territoryId]) => [
    await context.read<Comparable & Record<string, unknown>>({
      name: 'comparable solos',
      text: `select s.id, s.display_name as "displayName", c.person_name as "personName", c.email_key as "emailKey",
          c.phone_key as "phoneKey", c.siret, coalesce(c.commune_code, s.commune_code) as "communeCode"
        from solo s left join solo_contact c on c.solo_id = s.id
        where s.territory_id = $1 and s.erased_at is null order by s.id limit ${MOST_RECORDS}`,
      values: [territoryId],
    }),
  ]);
}

async function toldApart(context: SubgraphContext): Promise<Set<string>> {
  const rows = await context.read<{ firstId: string; secondId: string }>({
    name: 'pairs told apart',
    text: `select first_id as "firstId", second_id as "secondId" from duplicate_decision where territory_id = $1`,
    values: [context.requireTerritory()],
  });
  return new Set(rows.map(pairKey));
}
