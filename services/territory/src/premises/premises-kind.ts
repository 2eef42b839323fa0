import { registerEnumType } from 'type-graphql';

export enum PremisesKind {
  COWORKING = 'COWORKING',
  TELECENTRE = 'TELECENTRE',
  OFFICE = 'OFFICE',
  WORKSHOP = 'WORKSHOP',
  HOUSING = 'HOUSING',
  LAND = 'LAND',
}
registerEnumType(PremisesKind, {
  name: 'PremisesKind',
  description: 'What a newcomer could use, rent or buy.',
  valuesConfig: {
    COWORKING: { description: 'Shared workplaces, by the day or the month.' },
    TELECENTRE: { description: 'Equipped offices of a public body, for remote work.' },
    LAND: { description: 'A plot to build on.' },
  },
});

export enum PremisesStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  ARCHIVED = 'ARCHIVED',
}

/** How premises stand today: their status, and their last day. */
export enum PremisesState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  EXPIRED = 'EXPIRED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(PremisesState, {
  name: 'PremisesState',
  description: 'How premises stand today. The public sees the published ones alone.',
  valuesConfig: {
    EXPIRED: { description: 'Published, and past their last day: hidden until somebody renews them.' },
  },
});

export enum Tenure {
  RENT = 'RENT',
  SALE = 'SALE',
  FREE = 'FREE',
}
registerEnumType(Tenure, { name: 'Tenure', description: 'On what terms premises are to be had.' });
