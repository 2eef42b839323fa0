/** Who carries a step of the welcome. */
export const STEP_OWNERS = [
  ...(['AGENT', 'ADMINISTRATOR', 'CONTRIBUTOR'] as const),
  ...(['NETWORK_ACTOR', 'SPONSOR', 'HOUSEHOLD'] as const),
];
export type StepOwner = (typeof STEP_OWNERS)[number];

/** What a delay is counted from: the day on which the welcome began, the day on which the household moves in, the last of the steps before. */
export const STEP_ANCHORS = ['START', 'ARRIVAL', 'STEPS'] as const;
export type StepAnchor = (typeof STEP_ANCHORS)[number];

/** Which part of a settling a step belongs to, in this order. */
export const STEP_PHASES = ['DECISION', 'PREPARATION', 'ARRIVAL', 'SETTLING'] as const;
export type StepPhase = (typeof STEP_PHASES)[number];

/** A paper that a step needs, and who brings it. */
export interface StepDocument {
  key: string;
  title: string;
  from: 'HOUSEHOLD' | 'TERRITORY';
}

/** Which households a step is for; a condition that is left out holds for all. */
export interface StepCondition {
  /** With a child of this age or younger, in years. */
  childUpTo?: number;
  /** With a child of this age or older, in years. */
  childFrom?: number;
  /** Looking for a place to work or to live. */
  needsPremises?: boolean;
  needsHousing?: boolean;
  horizons?: ('SHORT_TERM' | 'MEDIUM_TERM' | 'LONG_TERM')[];
}

/** One step of a protocol, as a version keeps it. `key` is unique in its version; `after` names keys of that version. */
export interface ProtocolStep {
  key: string;
  title: string;
  /** What is to be done, for whoever does it. */
  description: string;
  /** What the public page and the household read; empty keeps the step to the team. */
  publicWords: string;
  phase: StepPhase;
  owner: StepOwner;
  /** The actor of the reception network that carries it (directory subgraph), and its name when it was chosen. */
  actorId?: string;
  actorName?: string;
  anchor: StepAnchor;
  after: string[];
  /** Working days from the anchor; below zero before an arrival. */
  delay: number;
  documents: StepDocument[];
  condition: StepCondition;
}
