import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import { SoloConsent } from '../consent/solo-consent.js';
import { SoloEventNode } from '../event/solo-event.js';
import { SoloLetter } from '../letter/solo-letter.js';
import { Commune } from '../references.js';
import { SoloStatus } from '../solo/solo-status.js';
import { loadConsents, loadEvents, loadLetters } from './record-parts.queries.js';
import { SoloRecordsArguments } from './solo-record.input.js';
import { SoloRecord, SoloRecordConnection } from './solo-record.js';
import { selectRecord, selectRecords, selectSources } from './solo-record.queries.js';

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
