import type { ProspectStage } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where one household stands; the heads of columns speak of many. */
const stages: Record<ProspectStage, () => string> = {
  NEW: m.after_stage_new,
  QUALIFIED: m.after_stage_qualified,
  IN_SESSION: m.after_stage_in_session,
  PROJECT: m.after_stage_project,
  INSTALLED: m.after_stage_installed,
  LOST: m.after_stage_lost,
};

export const stageLabel = (stage: ProspectStage): string => stages[stage]();
/** Where a household may go after a session. */
export const nextStages = ['QUALIFIED', 'PROJECT', 'LOST'] as const satisfies ProspectStage[];

/** One of several words that a form sent, or null. */
export const pickOf = <Value extends string>(values: readonly Value[], sent: string): Value | null =>
  values.find((value) => value === sent) ?? null;
