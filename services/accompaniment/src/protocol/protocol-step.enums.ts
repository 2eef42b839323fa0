import { registerEnumType } from 'type-graphql';
import { STEP_ANCHORS, STEP_OWNERS, STEP_PHASES } from './protocol-step.js';

const named = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [Key in Value]: Key };

export const STEP_OWNER = named(STEP_OWNERS);
registerEnumType(STEP_OWNER, {
  name: 'StepOwner',
  description:
    'Who carries a step of a welcome: members by their role, the reception network, the sponsor, the household.',
});

export const STEP_ANCHOR = named(STEP_ANCHORS);
registerEnumType(STEP_ANCHOR, {
  name: 'StepAnchor',
  description:
    'What a delay is counted from: the day on which the welcome begins, the day on which the household moves in, the last of the steps before.',
});

export const STEP_PHASE = named(STEP_PHASES);
registerEnumType(STEP_PHASE, {
  name: 'StepPhase',
  description: 'Which part of a settling a step belongs to, in this order.',
});

export const DOCUMENT_BRINGER = named(['HOUSEHOLD', 'TERRITORY']);
registerEnumType(DOCUMENT_BRINGER, { name: 'DocumentBringer', description: 'Who brings a paper.' });

export const PROTOCOL_SOURCE = named(['PUBLISHED', 'MODEL', 'TERRITORY', 'NOTHING']);
registerEnumType(PROTOCOL_SOURCE, {
  name: 'ProtocolSource',
  description:
    'What a draft begins with: the published version, the ready-made model, another territory’s published version, an empty page.',
});
