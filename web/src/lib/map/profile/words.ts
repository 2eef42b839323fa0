import { formatDistance, formatNumber } from '#lib/format/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import { speedLabel } from '../labels.ts';
import { isListed } from '../reach.ts';
import { serviceLabel, serviceWord } from '../service-labels.ts';
import type { MapCommune } from '../vocabulary.ts';
import type { Evaluation } from './evaluate.ts';
import type { Need } from './needs.ts';
import type { Age, Size } from './profile.ts';
import type { Ranked } from './rank.ts';
import { reasonBefore } from './reason.ts';

const ageMessages: Record<Age, () => string> = {
  '0-2': m.profile_age_0,
  '3-5': m.profile_age_3,
  '6-10': m.profile_age_6,
  '11-14': m.profile_age_11,
  '15-17': m.profile_age_15,
};

export const ageLabel = (age: Age): string => ageMessages[age]();

export const sizeLabel = (size: Size): string =>
  size === 'bourg' ? m.profile_size_town() : m.profile_size_village();

/** What a need is about, before the words that tell how a commune meets it. */
export function subjectLabel(need: Need): string {
  if (need.kind === 'service') {
    return serviceLabel(need.service);
  }
  return need.kind === 'speed'
    ? m.profile_subject_speed()
    : need.size === 'bourg'
      ? m.profile_subject_town()
      : m.profile_subject_village();
}

/** A need in words, whole. */
export function needLabel(need: Need): string {
  switch (need.kind) {
    case 'service':
      return serviceLabel(need.service);
    case 'speed':
      return m.profile_need_speed({ speed: speedLabel(need.speed) });
    case 'size':
      return sizeLabel(need.size);
  }
}

/** How a commune meets a need, in words: where the service is, which speed, how many inhabitants. */
export function tellEvaluation({ need, kilometres, answer }: Evaluation, commune: MapCommune): string {
  if (need.kind === 'speed') {
    return speedLabel(commune.broadbandClass);
  }
  if (need.kind === 'size') {
    const { population } = commune;
    return population === null
      ? m.not_known()
      : m.legend_inhabitants({ count: population, shown: formatNumber(population) });
  }
  if (answer === 'unknown') {
    return kilometres === null
      ? m.profile_unsaid()
      : m.profile_unsaid_nearest({ distance: formatDistance(kilometres) });
  }
  if (kilometres === null) {
    return isListed(commune, need.service) ? m.profile_nowhere() : m.profile_unsaid();
  }
  return kilometres === 0 ? m.profile_here() : m.profile_away({ distance: formatDistance(kilometres) });
}

/** A need within a sentence. */
const needWord = (need: Need): string =>
  need.kind === 'service' ? serviceWord(need.service) : subjectLabel(need);

/** Why a commune comes before the one after it, in a sentence. */
export function tellReason(one: Ranked, other: Ranked): string {
  const reason = reasonBefore(one, other);
  const name = other.commune.name;
  if (reason.why !== 'need') {
    return reason.why === 'confidence' ? m.profile_before_known({ name }) : m.profile_before_name({ name });
  }
  const words = {
    name,
    need: needWord(reason.here.need),
    here: tellEvaluation(reason.here, one.commune),
    there: tellEvaluation(reason.there, other.commune),
  };
  return reason.decisive ? m.profile_before_must(words) : m.profile_before_points(words);
}
