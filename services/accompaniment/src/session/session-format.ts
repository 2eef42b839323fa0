import { registerEnumType } from 'type-graphql';

export enum SessionFormat {
  DAY = 'DAY',
  WEEKEND = 'WEEKEND',
}
registerEnumType(SessionFormat, { name: 'SessionFormat' });

export enum SessionStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(SessionStatus, {
  name: 'SessionStatus',
  valuesConfig: {
    DRAFT: { description: "Seen by the territory's staff alone." },
    PUBLISHED: { description: 'Open to registrations.' },
    CLOSED: { description: 'Takes no more registrations.' },
  },
});
