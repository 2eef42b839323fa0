import { registerEnumType } from 'type-graphql';

export enum InstallationStatus {
  PLANNED = 'PLANNED',
  EFFECTIVE = 'EFFECTIVE',
  ABANDONED = 'ABANDONED',
}
registerEnumType(InstallationStatus, {
  name: 'InstallationStatus',
  description: 'Where a settling stands: planned, shown by evidence to have taken place, given up.',
});

/** When a planned installation is thought to happen. */
export enum InstallationHorizon {
  SHORT_TERM = 'SHORT_TERM',
  MEDIUM_TERM = 'MEDIUM_TERM',
  LONG_TERM = 'LONG_TERM',
}
registerEnumType(InstallationHorizon, {
  name: 'InstallationHorizon',
  description: 'When a household thinks of settling: within a year, within three, later.',
});
