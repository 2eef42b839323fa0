import type {
  AbandonReason,
  EvidenceKind,
  InstallationBoardPlace,
  InstallationStatus,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

export const statusWords: Record<InstallationStatus, () => string> = {
  PLANNED: m.installation_status_planned,
  EFFECTIVE: m.installation_status_effective,
  ABANDONED: m.installation_status_abandoned,
};

/** The columns of the board, in the order of the way; the first four are the phases of the protocol. */
export const placeWords: Record<InstallationBoardPlace, () => string> = {
  DECISION: m.protocol_phase_decision,
  PREPARATION: m.protocol_phase_preparation,
  ARRIVAL: m.protocol_phase_arrival,
  SETTLING: m.protocol_phase_settling,
  SETTLED: m.installation_place_settled,
  ABANDONED: m.installation_place_abandoned,
};

export const phases = ['DECISION', 'PREPARATION', 'ARRIVAL', 'SETTLING'] as const;

export const evidenceWords: Record<EvidenceKind, () => string> = {
  LEASE: m.installation_evidence_lease,
  DEED: m.installation_evidence_deed,
  SCHOOL: m.installation_evidence_school,
  UTILITY: m.installation_evidence_utility,
  VISIT: m.installation_evidence_visit,
  TOWN_HALL: m.installation_evidence_town_hall,
  DECLARATION: m.installation_evidence_declaration,
  OTHER: m.installation_evidence_other,
};

export const abandonWords: Record<AbandonReason, () => string> = {
  HOUSING: m.installation_abandon_housing,
  WORK: m.installation_abandon_work,
  FINANCING: m.installation_abandon_financing,
  SERVICES: m.installation_abandon_services,
  FAMILY: m.installation_abandon_family,
  ELSEWHERE: m.installation_abandon_elsewhere,
  NO_ANSWER: m.installation_abandon_no_answer,
  OTHER: m.installation_abandon_other,
};

export const ownerWords: Record<string, () => string> = {
  AGENT: m.installation_owner_agent,
  ADMINISTRATOR: m.installation_owner_administrator,
  CONTRIBUTOR: m.installation_owner_contributor,
  NETWORK_ACTOR: m.installation_owner_actor,
  SPONSOR: m.installation_owner_sponsor,
  HOUSEHOLD: m.installation_owner_household,
};

/** Who carries a step: a name where there is one, else what kind of person. */
export const carrierName = (step: {
  owner: string;
  mine: boolean;
  assigneeName?: string | null;
  actorName?: string | null;
}): string =>
  step.mine
    ? m.installation_you()
    : (step.assigneeName ?? step.actorName ?? ownerWords[step.owner]?.() ?? step.owner);
