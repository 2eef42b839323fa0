import { registerEnumType } from 'type-graphql';

export enum ImportRunStatus {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  CHECKED = 'CHECKED',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  CANCELLED = 'CANCELLED',
  INTERRUPTED = 'INTERRUPTED',
}
registerEnumType(ImportRunStatus, {
  name: 'ImportRunStatus',
  description: 'Where the import of a file stands.',
  valuesConfig: {
    CHECKED: { description: 'A dry run ended: nothing was written, and the file waits for a word.' },
    REFUSED: { description: 'The file is not what it should be; nothing was written.' },
    INTERRUPTED: { description: 'The process that ran it stopped; nothing was written.' },
  },
});
