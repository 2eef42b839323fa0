import { registerEnumType } from 'type-graphql';

export enum CorrectionStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
}
registerEnumType(CorrectionStatus, {
  name: 'CorrectionStatus',
  description: 'Whether an agent has looked at a correction, and what came of it.',
});

/** Who sent a correction. */
export enum CorrectionOrigin {
  CAMPAIGN = 'CAMPAIGN',
  PUBLIC = 'PUBLIC',
  MEMBER = 'MEMBER',
}
registerEnumType(CorrectionOrigin, {
  name: 'CorrectionOrigin',
  description: 'Who sent a correction.',
  valuesConfig: {
    CAMPAIGN: { description: 'A commune, answering a verification campaign.' },
    PUBLIC: { description: 'A visitor of the site, who stays unknown.' },
    MEMBER: { description: 'A member of the territory.' },
  },
});
