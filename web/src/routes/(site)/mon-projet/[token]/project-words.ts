import type {
  InstallationHorizon,
  OwnProjectQuery,
  OwnStepShownFragment,
  ProspectStage,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Problems } from '#lib/prospects/household-fields.ts';

export type ShownProject = NonNullable<OwnProjectQuery['ownProject']>;
export type ShownStep = OwnStepShownFragment;
/** What a form of the page was told when it was refused, and what it held. */
export type PartTold = { problems: Problems; typed: Record<string, string> };

/** Where a household stands, as it is told: a heading and a sentence. */
export const stageWords: Record<ProspectStage, { title: () => string; text: () => string }> = {
  NEW: { title: m.project_stage_new, text: m.project_stage_new_text },
  QUALIFIED: { title: m.project_stage_qualified, text: m.project_stage_qualified_text },
  IN_SESSION: { title: m.project_stage_session, text: m.project_stage_session_text },
  PROJECT: { title: m.project_stage_project, text: m.project_stage_project_text },
  INSTALLED: { title: m.project_stage_installed, text: m.project_stage_installed_text },
  LOST: { title: m.project_stage_lost, text: m.project_stage_lost_text },
};

export const horizonWords: Record<InstallationHorizon, () => string> = {
  SHORT_TERM: m.project_horizon_short,
  MEDIUM_TERM: m.project_horizon_medium,
  LONG_TERM: m.project_horizon_long,
};

export const phases = [
  { phase: 'DECISION', name: m.protocol_phase_decision },
  { phase: 'PREPARATION', name: m.protocol_phase_preparation },
  { phase: 'ARRIVAL', name: m.protocol_phase_arrival },
  { phase: 'SETTLING', name: m.protocol_phase_settling },
];

export const whoDoes = ({ who, bySponsor }: ShownStep): string =>
  who ?? (bySponsor ? m.project_who_sponsor() : m.project_who_team());
