import type { Words } from '#lib/format/words.ts';
import type {
  CommitmentState,
  ExchangeMeans,
  NetworkActorKind,
  NetworkScale,
  NetworkState,
  WelcomeStep,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const stepLabels: Words<WelcomeStep> = {
  CONTACT: m.network_step_contact,
  DISCOVERY: m.network_step_discovery,
  PROJECT: m.network_step_project,
  HOUSING: m.network_step_housing,
  FAMILY: m.network_step_family,
  WORK: m.network_step_work,
  ARRIVAL: m.network_step_arrival,
  FOLLOW_UP: m.network_step_follow_up,
};
const stepTexts: Words<WelcomeStep> = {
  CONTACT: m.network_step_contact_text,
  DISCOVERY: m.network_step_discovery_text,
  PROJECT: m.network_step_project_text,
  HOUSING: m.network_step_housing_text,
  FAMILY: m.network_step_family_text,
  WORK: m.network_step_work_text,
  ARRIVAL: m.network_step_arrival_text,
  FOLLOW_UP: m.network_step_follow_up_text,
};
const scaleLabels: Words<NetworkScale> = {
  LOCAL: m.network_scale_local,
  DEPARTMENT: m.network_scale_department,
  REGION: m.network_scale_region,
  NATIONAL: m.network_scale_national,
};
const scaleTexts: Words<NetworkScale> = {
  LOCAL: m.network_scale_local_text,
  DEPARTMENT: m.network_scale_department_text,
  REGION: m.network_scale_region_text,
  NATIONAL: m.network_scale_national_text,
};
const kindLabels: Words<NetworkActorKind> = {
  ORGANISATION: m.network_kind_organisation,
  PERSON: m.network_kind_person,
};
const meansLabels: Words<ExchangeMeans> = {
  PHONE: m.network_means_phone,
  EMAIL: m.network_means_email,
  MEETING: m.network_means_meeting,
  LETTER: m.network_means_letter,
};
const stateLabels: Words<NetworkState> = {
  HIDDEN: m.network_state_hidden,
  PUBLISHED: m.network_state_published,
  ARCHIVED: m.network_state_archived,
};
const commitmentLabels: Words<CommitmentState> = {
  HOLDS: m.network_commitment_holds,
  EXPIRING: m.network_commitment_expiring,
  NONE: m.network_commitment_none,
  EXPIRED: m.network_commitment_expired,
};

/** Steps in the order of a welcome; scales, the nearest first. */
export const steps = Object.keys(stepLabels) as WelcomeStep[];
export const scales = Object.keys(scaleLabels) as NetworkScale[];
export const kinds = Object.keys(kindLabels) as NetworkActorKind[];
export const allMeans = Object.keys(meansLabels) as ExchangeMeans[];
export const commitments = Object.keys(commitmentLabels) as CommitmentState[];

export const stepLabel = (step: WelcomeStep): string => stepLabels[step]();
export const stepText = (step: WelcomeStep): string => stepTexts[step]();
export const scaleLabel = (scale: NetworkScale): string => scaleLabels[scale]();
export const scaleText = (scale: NetworkScale): string => scaleTexts[scale]();
export const kindLabel = (kind: NetworkActorKind): string => kindLabels[kind]();
export const meansLabel = (means: ExchangeMeans): string => meansLabels[means]();
export const stateLabel = (state: NetworkState): string => stateLabels[state]();
export const commitmentLabel = (state: CommitmentState): string => commitmentLabels[state]();
