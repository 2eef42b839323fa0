import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import { SoloConsent } from '../consent/solo-consent.js';
import { SoloEventNode } from '../event/solo-event.js';
import { SoloLetter } from '../letter/solo-letter.js';
import { Commune } from '../references.js';
import { SoloStatus } from '../solo/solo-status.js';
import { SoloBoardStage } from './board.js';
import { STAGES } from './pipeline.js';
import { loadConsents, loadEvents, loadLetters } from './record-parts.queries.js';
import { SoloBoardArguments, SoloRecordsArguments } from './solo-record.input.js';
import { SoloRecord, SoloRecordConnection } from './solo-record.js';
import { selectBoard, selectRecord, selectRecords, selectSources } from './solo-record.queries.js';

/** What one reads of a stage at a glance; the list shows the rest. */
const PER_STAGE = 8;

const notPublic = (records: readonly SoloRecord[]) =>
  records.filter(({ status }) => status !== SoloStatus.PUBLISHED).map(({ id }) => id);

@Resolver(() => SoloRecord)
export class SoloRecordResolver {
  @Query(() => SoloRecordConnection, {
    description:
      'Solos of the territory at any stage, with how to reach them. Agents only; accesses are logged.',
  })
  async soloRecords(
    @Args(() => SoloRecordsArguments) page: SoloRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloRecordConnection> {
    context.requireRole(...WRITERS);
    const connection = await selectRecords(context, page);
    await recordAccess(context, page.exported ? 'EXPORTED' : 'LISTED', notPublic(connection.nodes));
    return connection;
  }

  @Query(() => SoloRecord, {
    nullable: true,
    description: 'One solo at any stage; null when there is none. Agents only; accesses are logged.',
  })
  async soloRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloRecord | null> {
    context.requireRole(...WRITERS);
    const record = await selectRecord(context, id);
    if (record) await recordAccess(context, 'VIEWED', notPublic([record]));
    return record;
  }

  @Query(() => [SoloBoardStage], {
    description: 'The pipeline as a board, at most 8 solos a stage. Agents only; accesses are logged.',
  })
  async soloBoard(
    @Args(() => SoloBoardArguments) asked: SoloBoardArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloBoardStage[]> {
    context.requireRole(...WRITERS);
    const records = await selectBoard(context, asked, PER_STAGE);
    await recordAccess(context, 'LISTED', notPublic(records));
    const byStage = Map.groupBy(records, ({ status }) => status);
    return STAGES.map((status) => {
      const stage = byStage.get(status) ?? [];
      return { status, count: stage[0]?.matching ?? 0, records: stage };
    });
  }

  @Query(() => [String], {
    description: 'How solos were identified so far, the most frequent 50 first. Agents only.',
  })
  soloSources(@Ctx() context: SubgraphContext): Promise<string[]> {
    context.requireRole(...WRITERS);
    return selectSources(context);
  }

  @FieldResolver(() => Commune, {
    nullable: true,
    description: 'Where they work, also when it does not show.',
  })
  commune(@Root() { communeCode }: SoloRecord): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }

  @FieldResolver(() => [SoloConsent], { description: 'Newest first, those taken back included.' })
  consents(@Root() { id }: SoloRecord, @Ctx() context: SubgraphContext): Promise<SoloConsent[]> {
    return loadConsents(context, id);
  }

  @FieldResolver(() => [SoloEventNode], { description: 'Newest first, the last 200.' })
  events(@Root() { id }: SoloRecord, @Ctx() context: SubgraphContext): Promise<SoloEventNode[]> {
    return loadEvents(context, id);
  }

  @FieldResolver(() => [SoloLetter], { description: 'Newest first.' })
  letters(@Root() { id }: SoloRecord, @Ctx() context: SubgraphContext): Promise<SoloLetter[]> {
    return loadLetters(context, id);
  }
}
