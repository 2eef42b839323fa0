import type { Words } from '#lib/format/words.ts';
import type {
  ProtocolStepFieldsFragment,
  StepAnchor,
  StepOwner,
  StepPhase,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords } from '#lib/prospects/prospect-words.ts';

const ownerWords: Words<StepOwner> = {
  AGENT: m.protocol_owner_agent,
  ADMINISTRATOR: m.protocol_owner_administrator,
  CONTRIBUTOR: m.protocol_owner_contributor,
  NETWORK_ACTOR: m.protocol_owner_actor,
  SPONSOR: m.protocol_owner_sponsor,
  HOUSEHOLD: m.protocol_owner_household,
};
const publicOwnerWords: Words<StepOwner> = {
  AGENT: m.protocol_public_team,
  ADMINISTRATOR: m.protocol_public_team,
  CONTRIBUTOR: m.protocol_public_contributor,
  NETWORK_ACTOR: m.protocol_public_actor,
  SPONSOR: m.protocol_public_sponsor,
  HOUSEHOLD: m.protocol_public_household,
};
const anchorWords: Words<StepAnchor> = {
  START: m.protocol_anchor_start,
  ARRIVAL: m.protocol_anchor_arrival,
  STEPS: m.protocol_anchor_steps,
};
const phaseWords: Words<StepPhase> = {
  DECISION: m.protocol_phase_decision,
  PREPARATION: m.protocol_phase_preparation,
  ARRIVAL: m.protocol_phase_arrival,
  SETTLING: m.protocol_phase_settling,
};
const phaseTexts: Words<StepPhase> = {
  DECISION: m.protocol_phase_decision_text,
  PREPARATION: m.protocol_phase_preparation_text,
  ARRIVAL: m.protocol_phase_arrival_text,
  SETTLING: m.protocol_phase_settling_text,
};

/** In the order in which a household lives them. */
export const phases: StepPhase[] = ['DECISION', 'PREPARATION', 'ARRIVAL', 'SETTLING'];
export const anchors: StepAnchor[] = ['START', 'ARRIVAL', 'STEPS'];
export const owners = Object.keys(ownerWords) as StepOwner[];

export const phaseLabel = (phase: StepPhase): string => phaseWords[phase]();
export const phaseText = (phase: StepPhase): string => phaseTexts[phase]();
export const anchorLabel = (anchor: StepAnchor): string => anchorWords[anchor]();
export const ownerLabel = (owner: StepOwner): string => ownerWords[owner]();

/** Who carries a step, as the household knows them: an organisation by its name. */
export const publicOwner = (owner: StepOwner, actorName?: string | null): string =>
  (owner === 'NETWORK_ACTOR' && actorName) || publicOwnerWords[owner]();

/** A delay in words. */
export function delayWords({ anchor, delay }: { anchor: StepAnchor; delay: number }): string {
  const count = Math.abs(delay);
  if (anchor === 'START') {
    return count === 0 ? m.protocol_delay_start_now() : m.protocol_delay_start({ count });
  }
  if (anchor === 'STEPS') {
    return count === 0 ? m.protocol_delay_steps_now() : m.protocol_delay_steps({ count });
  }
  if (delay === 0) {
    return m.protocol_delay_arrival();
  }
  return delay < 0 ? m.protocol_delay_before({ count }) : m.protocol_delay_after({ count });
}

/** For which households a step is, in words; empty when it is for all. */
export function conditionWords(condition: ProtocolStepFieldsFragment['condition']): string[] {
  const { childFrom, childUpTo, needsPremises, needsHousing, horizons } = condition;
  return [
    ...childWords(childFrom ?? null, childUpTo ?? null),
    ...(needsPremises ? [m.protocol_if_premises()] : []),
    ...(needsHousing ? [m.protocol_if_housing()] : []),
    ...(horizons?.length
      ? [m.protocol_if_horizons({ horizons: horizons.map((horizon) => horizonWords[horizon]()).join(', ') })]
      : []),
  ];
}

function childWords(from: number | null, to: number | null): string[] {
  if (from !== null && to !== null) {
    return [m.protocol_if_child_between({ from, to })];
  }
  if (from !== null) {
    return [m.protocol_if_child_from({ count: from })];
  }
  return to === null ? [] : [m.protocol_if_child_up_to({ count: to })];
}
