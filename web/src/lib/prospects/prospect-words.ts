import type { InstallationHorizon, LostReason, ProspectStage } from '#lib/graphql/generated/graphql.ts';
import type { BroadbandClass } from '#lib/map/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a stage of the way is called, as the head of a column. */
export const stageWords: Record<ProspectStage, () => string> = {
  NEW: m.prospect_stage_new,
  QUALIFIED: m.prospect_stage_qualified,
  IN_SESSION: m.prospect_stage_in_session,
  PROJECT: m.prospect_stage_project,
  INSTALLED: m.prospect_stage_installed,
  LOST: m.prospect_stage_lost,
};

/** In the order of the way. */
export const stages = Object.keys(stageWords) as ProspectStage[];

export const horizonWords: Record<InstallationHorizon, () => string> = {
  SHORT_TERM: m.prospect_horizon_short,
  MEDIUM_TERM: m.prospect_horizon_medium,
  LONG_TERM: m.prospect_horizon_long,
};

export const reasonWords: Record<LostReason, () => string> = {
  HOUSING: m.prospect_lost_housing,
  WORK: m.prospect_lost_work,
  SERVICES: m.prospect_lost_services,
  DISTANCE: m.prospect_lost_distance,
  ELSEWHERE: m.prospect_lost_elsewhere,
  GIVEN_UP: m.prospect_lost_given_up,
  NO_ANSWER: m.prospect_lost_no_answer,
  NOT_A_HOUSEHOLD: m.prospect_lost_not_a_household,
  OTHER: m.prospect_lost_other,
};

/** One of the reasons that a form sent, or null. */
export const lostReasonOf = (sent: string): LostReason | null =>
  (Object.keys(reasonWords) as LostReason[]).find((reason) => reason === sent) ?? null;

/** Speeds that a household may need, from slow to fast. */
export const speedWords: Partial<Record<BroadbandClass, () => string>> = {
  FROM_8: m.speed_from_8,
  FROM_30: m.speed_from_30,
  FROM_100: m.speed_from_100,
  FROM_1000: m.speed_from_1000,
};

/** The speed that a household was noted to need; nothing when it said none, or one that is none of these. */
export const speedWord = (speed: string | null | undefined): string =>
  Object.entries(speedWords).find(([known]) => known === speed)?.[1]() ?? '';

/** 2 adultes, 1 enfant (2017). */
export const whoTheyAre = (adults: number, childrenBirthYears: readonly number[]): string =>
  childrenBirthYears.length === 0
    ? m.prospect_adults({ count: adults })
    : `${householdWords(adults, childrenBirthYears.length)} (${childrenBirthYears.join(', ')})`;

/** 2 adultes, 3 enfants. */
export const householdWords = (adults: number, children: number): string =>
  children === 0
    ? m.prospect_adults({ count: adults })
    : `${m.prospect_adults({ count: adults })}, ${m.prospect_children({ count: children })}`;
