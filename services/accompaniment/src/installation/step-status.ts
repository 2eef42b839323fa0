import { registerEnumType } from 'type-graphql';

export enum StepStatus {
  TODO = 'TODO',
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
}
registerEnumType(StepStatus, {
  name: 'StepStatus',
  description: 'To do, done, or left out with a word that says why.',
});
