import { registerEnumType } from 'type-graphql';

export enum NetworkActorKind {
  ORGANISATION = 'ORGANISATION',
  PERSON = 'PERSON',
}
registerEnumType(NetworkActorKind, { name: 'NetworkActorKind' });

/** How far an actor works, the nearest first. */
export enum NetworkScale {
  LOCAL = 'LOCAL',
  DEPARTMENT = 'DEPARTMENT',
  REGION = 'REGION',
  NATIONAL = 'NATIONAL',
}
registerEnumType(NetworkScale, { name: 'NetworkScale', description: 'How far an actor works.' });

/** The steps of a welcome, in their order. */
export enum WelcomeStep {
  CONTACT = 'CONTACT',
  DISCOVERY = 'DISCOVERY',
  PROJECT = 'PROJECT',
  HOUSING = 'HOUSING',
  FAMILY = 'FAMILY',
  WORK = 'WORK',
  ARRIVAL = 'ARRIVAL',
  FOLLOW_UP = 'FOLLOW_UP',
}
registerEnumType(WelcomeStep, {
  name: 'WelcomeStep',
  description: 'A step of a newcomer’s welcome, from the first contact to the first months.',
});

export enum ExchangeMeans {
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  MEETING = 'MEETING',
  LETTER = 'LETTER',
}
registerEnumType(ExchangeMeans, { name: 'ExchangeMeans', description: 'How an actor was asked.' });

export enum NetworkState {
  HIDDEN = 'HIDDEN',
  PUBLISHED = 'PUBLISHED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(NetworkState, {
  name: 'NetworkState',
  description: 'Who reads of an actor: members alone, everybody, or nobody mobilises it any more.',
});

export enum CommitmentState {
  HOLDS = 'HOLDS',
  EXPIRING = 'EXPIRING',
  NONE = 'NONE',
  EXPIRED = 'EXPIRED',
}
registerEnumType(CommitmentState, {
  name: 'CommitmentState',
  description:
    'Whether an actor’s commitment holds today; EXPIRING: it ends within 60 days; NONE: nothing was agreed yet.',
});

export enum NetworkOrder {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  SCALE_ASC = 'SCALE_ASC',
  RESPONSE_ASC = 'RESPONSE_ASC',
  LAST_ASKED_ASC = 'LAST_ASKED_ASC',
  COMMITTED_UNTIL_ASC = 'COMMITTED_UNTIL_ASC',
}
registerEnumType(NetworkOrder, {
  name: 'NetworkOrder',
  description:
    'RESPONSE_ASC: fastest first, unknown last. LAST_ASKED_ASC: never asked first, then longest ago. COMMITTED_UNTIL_ASC: soonest first, without an end last.',
});

/** The place of a value among those of its enumeration. */
export const rankIn = <Value extends string>(values: Record<string, Value>, value: Value): number =>
  Object.values(values).indexOf(value);
