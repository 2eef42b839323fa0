import { registerEnumType } from 'type-graphql';

/** Whether an arrival is being written, is read by anybody, or was taken back with its consent. */
export enum ArrivalStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ArrivalStatus, { name: 'ArrivalStatus' });
