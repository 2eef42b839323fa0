import { registerEnumType } from 'type-graphql';

/** Why a household does not come. A short list, so that it can be counted; the words beside it say the rest. */
export enum LostReason {
  HOUSING = 'HOUSING',
  WORK = 'WORK',
  SERVICES = 'SERVICES',
  DISTANCE = 'DISTANCE',
  ELSEWHERE = 'ELSEWHERE',
  GIVEN_UP = 'GIVEN_UP',
  NO_ANSWER = 'NO_ANSWER',
  NOT_A_HOUSEHOLD = 'NOT_A_HOUSEHOLD',
  OTHER = 'OTHER',
}
registerEnumType(LostReason, {
  name: 'LostReason',
  description: 'Why a household does not come.',
  valuesConfig: {
    HOUSING: { description: 'No home or premises to be found.' },
    WORK: { description: 'No work for one of them.' },
    SERVICES: { description: 'A service or a connection that they need is missing.' },
    DISTANCE: { description: 'Too far from what matters to them.' },
    ELSEWHERE: { description: 'They chose another territory.' },
    GIVEN_UP: { description: 'They stay where they are.' },
    NO_ANSWER: { description: 'They answer no more.' },
    NOT_A_HOUSEHOLD: { description: 'A hoax, a salesman, a test.' },
  },
});
