import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ImportCounts } from './import-dataset.js';
import { ImportRunStatus } from './import-run-status.js';

/** One import of a file, by an agent or the operator's command: what was asked, how far it is, what came of it. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
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

  @Property({ type: 'bigint', nullable: true, comment: 'bytes' })
  fileSize?: string;

  @Property({ type: 'text', nullable: true, comment: 'edition, when the file does not tell' })
  vintage?: string;

  @Enum({ items: () => ImportRunStatus, nativeEnumName: 'import_run_status' })
  status!: ImportRunStatus;

  @Property({ type: 'boolean', comment: 'does everything, then undoes it' })
  dryRun!: boolean;

  @Property({ type: 'real', nullable: true, comment: '0 to 1; null: unknown' })
  progress?: number;

  @Property({ type: 'jsonb', nullable: true })
  counts?: ImportCounts & { removed: number };

  @Property({ type: 'jsonb', nullable: true, comment: 'layout and edition, as found in the file' })
  found?: { layout: string; vintage: string };

  @Property({ type: 'text', nullable: true, comment: 'why it was refused, in French' })
  problem?: string;

  @Property({ type: 'text', nullable: true, comment: 'rejected rows, as CSV, the first thousands' })
  errors?: string;

  @Property({ type: 'text' })
  askedBy!: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'a running import shows here that it lives' })
  seenAt?: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  endedAt?: Date;
}
