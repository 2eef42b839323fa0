import { registerEnumType } from 'type-graphql';

/** Why a settling was given up. A short list, so that it can be counted; the words beside it say the rest. */
export enum AbandonReason {
  HOUSING = 'HOUSING',
  WORK = 'WORK',
  FINANCING = 'FINANCING',
  SERVICES = 'SERVICES',
  FAMILY = 'FAMILY',
  ELSEWHERE = 'ELSEWHERE',
  NO_ANSWER = 'NO_ANSWER',
  OTHER = 'OTHER',
}
registerEnumType(AbandonReason, {
  name: 'AbandonReason',
  description: 'Why a settling was given up.',
  valuesConfig: {
    HOUSING: { description: 'No home or premises to be found.' },
    WORK: { description: 'No work for one of them, or the activity does not carry.' },
    FINANCING: { description: 'A loan or an aid was refused.' },
    SERVICES: { description: 'A service or a connection that they need is missing.' },
    FAMILY: { description: 'Health, separation, a relative: their life took another turn.' },
    ELSEWHERE: { description: 'They settle in another territory.' },
    NO_ANSWER: { description: 'They answer no more.' },
  },
});
