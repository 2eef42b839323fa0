import type { InstallationHorizon, ProspectStage } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

export const stageWords: Record<ProspectStage, () => string> = {
  NEW: m.household_stage_new,
  QUALIFIED: m.household_stage_qualified,
  IN_SESSION: m.household_stage_in_session,
  PROJECT: m.household_stage_project,
  INSTALLED: m.household_stage_installed,
  LOST: m.household_stage_lost,
};

export const horizonWords: Record<InstallationHorizon, () => string> = {
  SHORT_TERM: m.household_horizon_short,
  MEDIUM_TERM: m.household_horizon_medium,
  LONG_TERM: m.household_horizon_long,
};

/** 2 adultes, 1 enfant (2017). */
export const whoTheyAre = (adults: number, childrenBirthYears: readonly number[]): string =>
  childrenBirthYears.length === 0
    ? m.household_adults({ count: adults })
    : `${m.household_adults({ count: adults })}, ${m.household_children({ count: childrenBirthYears.length })} (${childrenBirthYears.join(', ')})`;
