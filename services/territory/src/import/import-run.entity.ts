import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { TriggerDef } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Change } from './dataset.js';
import type { ImportCounts } from './import-job.js';
import { ImportRunStatus } from './import-run-status.js';
import type { Rejection } from './rejection.js';

/** Channel on which the database names the run that changed. */
export const IMPORT_RUN = 'import_run';

const announceRun: TriggerDef = {
  name: 'announce_run',
  timing: 'after',
  events: ['insert', 'update'],
  forEach: 'row',
  body: `perform pg_notify('${IMPORT_RUN}', new.id::text); return null`,
};

/** One import of a file, by an agent: what was asked, how far it is, what came of it. */
@Entity({
  rowLevelSecurity: 'force',
  policies: tenantPolicies({ read: hasRole(...STAFF) }),
  triggers: [announceRun],
})
@Index({ properties: ['territoryId', 'createdAt'] })
export class ImportRun {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  dataset!: string;

  @Property({ type: 'text', comment: 'as the person called it' })
  fileName!: string;

  @Property({ type: 'text', nullable: true, comment: 'address that it is fetched from; null: it was sent' })
  url?: string | null;

  @Property({ type: 'bigint', nullable: true, comment: 'bytes' })
  fileSize?: string | null;

  @Property({ type: 'text', nullable: true, comment: 'edition, when the file does not tell' })
  vintage?: string | null;

  @Enum({ items: () => ImportRunStatus, nativeEnumName: 'import_run_status' })
  status!: ImportRunStatus;

  @Property({ type: 'boolean', comment: 'does everything, then undoes it' })
  dryRun!: boolean;

  @Property({ type: 'boolean', default: false, comment: 'whoever runs it is to stop' })
  cancelAsked: boolean = false;

  @Property({ type: 'real', nullable: true, comment: '0 to 1; null: unknown' })
  progress?: number | null;

  @Property({ type: 'jsonb', nullable: true })
  counts?: ImportCounts & { removed: number };

  @Property({ type: 'jsonb', nullable: true, comment: 'by facility type, where the dataset has types' })
  changes?: readonly Change[];

  @Property({ type: 'jsonb', nullable: true, comment: 'layout and edition, as found in the file' })
  found?: { layout: string; vintage: string };

  @Property({ type: 'text', nullable: true, comment: 'why it was refused, as the command says it' })
  problem?: string | null;

  @Property({ type: 'jsonb', nullable: true, comment: 'the first rejected rows' })
  examples?: readonly ({ line: number } & Rejection)[];

  @Property({ type: 'text', nullable: true, comment: 'rejected rows, as CSV, the first thousands' })
  errors?: string | null;

  @Property({ type: 'text' })
  askedBy!: string;

  @Property({
    type: 'integer',
    comment: 'the process that has the file: it holds an advisory lock of this number',
  })
  holder!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  endedAt?: Date | null;
}
