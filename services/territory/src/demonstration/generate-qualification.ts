import { FacilityFamily } from '../facility/facility-family.js';
import { FACILITY_TYPES, familyOf } from '../facility/facility-types.js';
import type { DemonstrationCommune, DemonstrationFacility } from './generate-facilities.js';
import { randomFrom, uuidFrom } from './random.js';

/** What ends the name of every body that generated records make speak. */
export const DEMONSTRATION_MARK = '(démonstration)';

/** Types of which the second generated source speaks, so that there is something to disagree about. */
export const LISTED_TYPES = ['D113', 'D277'];

export const CAMPAIGN_FAMILIES = [FacilityFamily.CHILDHOOD, FacilityFamily.SCHOOL, FacilityFamily.HEALTH];

export const townHall = ({ name }: DemonstrationCommune) => `Mairie de ${name} ${DEMONSTRATION_MARK}`;

/** How many of each type a commune's generated facilities come to. */
export type Counts = Map<string, number>;

export function countsOf(facilities: readonly DemonstrationFacility[], code: string): Counts {
  const counts: Counts = new Map();
  for (const { commune_code, type_code } of facilities)
    if (commune_code === code) counts.set(type_code, (counts.get(type_code) ?? 0) + 1);
  return counts;
}

/** What the second source says: mostly the same, and in one commune of twelve the contrary. */
export function listedCounts({ code }: DemonstrationCommune, counts: Counts): Record<string, number> {
  const said = LISTED_TYPES.map((type) => {
    const count = counts.get(type) ?? 0;
    const contrary = randomFrom(code, type, 'list') < 1 / 12;
    return [type, contrary ? (count > 0 ? 0 : 1) : count] as const;
  });
  return Object.fromEntries(said.filter(([, count]) => count > 0));
}

interface GeneratedVerification {
  type_code: string;
  count: number;
  /** How long ago somebody vouched; those of more than twelve have expired. */
  monthsAgo: number;
}

/** One commune in thirty has all its facts verified, one in three some families, a part of them too long ago. */
export function verificationsOf({ code }: DemonstrationCommune, counts: Counts): GeneratedVerification[] {
  const care = randomFrom(code, 'care');
  const whole = care < 1 / 30;
  return FACILITY_TYPES.flatMap(({ code: type }) => {
    const family = familyOf(type);
    const chosen =
      whole || (care < 1 / 3 && randomFrom(code, family) < 0.5 && family !== FacilityFamily.WORKPLACES);
    if (!chosen) return [];
    const monthsAgo = whole ? 2 : Math.floor(randomFrom(code, family, 'age') * 16);
    return [{ type_code: type, count: counts.get(type) ?? 0, monthsAgo }];
  });
}

/** The communes asked by the generated campaign: how far each has come. */
export function invitationOf(territoryId: string, { code }: DemonstrationCommune) {
  const chance = randomFrom(code, 'campaign');
  if (chance >= 0.16) return null;
  return {
    id: uuidFrom(territoryId, code, 'invitation'),
    opened: chance < 0.09,
    answered: chance < 0.05,
  };
}
