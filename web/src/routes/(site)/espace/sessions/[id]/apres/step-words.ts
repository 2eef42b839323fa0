import type { LostReason, ProspectStage } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const stages: Record<ProspectStage, () => string> = {
  NEW: m.after_stage_new,
  QUALIFIED: m.after_stage_qualified,
  IN_SESSION: m.after_stage_in_session,
  PROJECT: m.after_stage_project,
  INSTALLED: m.after_stage_installed,
  LOST: m.after_stage_lost,
};
const reasons: Record<LostReason, () => string> = {
  HOUSING: m.after_reason_housing,
  WORK: m.after_reason_work,
  SERVICES: m.after_reason_services,
  DISTANCE: m.after_reason_distance,
  ELSEWHERE: m.after_reason_elsewhere,
  GIVEN_UP: m.after_reason_given_up,
  NO_ANSWER: m.after_reason_no_answer,
  NOT_A_HOUSEHOLD: m.after_reason_not_a_household,
  OTHER: m.after_reason_other,
};

export const stageLabel = (stage: ProspectStage): string => stages[stage]();
export const lostReasons = Object.keys(reasons) as LostReason[];
export const reasonLabel = (reason: LostReason): string => reasons[reason]();
/** Where a household may go after a session. */
export const nextStages = ['QUALIFIED', 'PROJECT', 'LOST'] as const satisfies ProspectStage[];

/** One of several words that a form sent, or null. */
export const pickOf = <Value extends string>(values: readonly Value[], sent: string): Value | null =>
  values.find((value) => value === sent) ?? null;
