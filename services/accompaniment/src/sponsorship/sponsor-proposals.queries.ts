import type { Connection } from '@ancrage/subgraph/database';
import { type MatchHousehold, matchReasons, matchScore } from './match-reasons.js';
import type { SponsorRecord } from './sponsor-record.js';
import { SPONSOR_COLUMNS, toSponsor } from './sponsor-record.queries.js';
import type { MatchReason } from './sponsorship.entity.js';
import { OPEN, SponsorState } from './sponsorship-status.js';

/** Why a sponsor cannot be proposed to a household. */
export type Hindrance = 'SELF' | 'LEFT' | 'PAUSED' | 'FULL' | 'DECLINED' | 'PROPOSED';

/** A sponsor beside a household: what speaks for them, and what stands in the way. */
export interface WeighedSponsor {
  sponsor: SponsorRecord;
  reasons: MatchReason[];
  hindrance: Hindrance | null;
}

type WeighedRow = SponsorRecord & { self: boolean; declined: boolean; open: boolean };

/** Of a sponsor `s` and a household whose contact is `c`: whether one is the other. */
const SELF = `coalesce(s.email_key = c.email_key or s.phone = c.phone_key
  or s.known_keys && array_remove(array[c.email_key, c.phone_key], null), false)`;

/** What of a household speaks for a sponsor; null when it has no name (any more). */
export async function matchHouseholdOf(
  connection: Pick<Connection, 'query'>,
  territoryId: string,
  prospectId: string,
): Promise<MatchHousehold | null> {
  const { rows } = await connection.query<MatchHousehold>(
    `select p.activity, c.locale, p.children_birth_years as "childrenBirthYears",
        case when i.commune_code is null then p.wished_communes else array[i.commune_code] end as communes,
        concat_ws(' ', p.project, p.housing, p.premises) as words
       from prospect p join prospect_contact c on c.prospect_id = p.id
       left join lateral (
         select x.commune_code from installation x where x.prospect_id = p.id and x.status <> 'ABANDONED' limit 1
       ) i on true
      where p.territory_id = $1 and p.id = $2 and p.anonymised_at is null`,
    [territoryId, prospectId],
  );
  return rows[0] ?? null;
}

/** The sponsors of a territory beside a household, or one of them; who left is not among them. */
export async function weighSponsors(
  connection: Pick<Connection, 'query'>,
  territoryId: string,
  household: MatchHousehold,
  { prospectId, sponsorId = null }: { prospectId: string; sponsorId?: string | null },
): Promise<WeighedSponsor[]> {
  const { rows } = await connection.query<WeighedRow>(
    `select ${SPONSOR_COLUMNS}, ${SELF} as self,
        exists (select from sponsorship d where d.sponsor_id = s.id and d.prospect_id = c.prospect_id
                   and d.status = 'DECLINED') as declined,
        exists (select from sponsorship d where d.sponsor_id = s.id and d.prospect_id = c.prospect_id
                   and d.status in ${OPEN}) as open
       from sponsor s join prospect_contact c on c.prospect_id = $2
      where s.territory_id = $1 and ($3::uuid is null and s.left_at is null or s.id = $3) order by s.name, s.id limit 500`,
    [territoryId, prospectId, sponsorId],
  );
  return rows
    .map(({ self, declined, open, ...row }) => ({
      sponsor: toSponsor(row),
      reasons: matchReasons(row, household),
      hindrance: hindranceOf({ ...row, self, declined, open }),
    }))
    .sort(byMerit);
}

function hindranceOf({ self, declined, open, state }: WeighedRow): Hindrance | null {
  if (self) return 'SELF';
  if (state === SponsorState.LEFT) return 'LEFT';
  if (open) return 'PROPOSED';
  if (declined) return 'DECLINED';
  if (state === SponsorState.PAUSED) return 'PAUSED';
  return state === SponsorState.FULL ? 'FULL' : null;
}

/** Who has more for them comes first; of equals, who accompanies fewer households now, then who did less often. */
const byMerit = (one: WeighedSponsor, other: WeighedSponsor): number =>
  matchScore(other.reasons) - matchScore(one.reasons) ||
  one.sponsor.taken - other.sponsor.taken ||
  one.sponsor.past - other.sponsor.past;

const WORDS: Record<Hindrance, { fr: string; en: string }> = {
  SELF: {
    fr: 'C’est ce foyer lui-même : même adresse ou même numéro. On n’est pas son propre parrain.',
    en: 'This is the household itself: the same address or number. Nobody sponsors themselves.',
  },
  LEFT: { fr: 'Cette personne n’est plus parmi les parrains.', en: 'This person is no longer a sponsor.' },
  PAUSED: { fr: 'Cette personne fait une pause.', en: 'This person has paused.' },
  FULL: { fr: 'Toutes ses places sont prises.', en: 'All their places are taken.' },
  DECLINED: {
    fr: 'L’un des deux a déjà dit non à l’autre.',
    en: 'One of the two said no to the other before.',
  },
  PROPOSED: {
    fr: 'Cette personne est déjà proposée à ce foyer.',
    en: 'This person is proposed to this household already.',
  },
};

/** Why it cannot be, as a sentence. */
export const hindranceInWords = (hindrance: Hindrance, locale: string): string =>
  WORDS[hindrance][locale === 'en' ? 'en' : 'fr'];
