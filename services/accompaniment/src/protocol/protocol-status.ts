import { registerEnumType } from 'type-graphql';

export enum ProtocolStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}
registerEnumType(ProtocolStatus, {
  name: 'ProtocolStatus',
  description:
    'A draft is being written; one version at a time is published and rules new cases; retired ones go on ruling those that began with them.',
});
