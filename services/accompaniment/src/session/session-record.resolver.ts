import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { SessionRecordsArguments } from './session-record.input.js';
import { SessionRecord, SessionRecordConnection } from './session-record.js';
import { selectSessionRecord, selectSessionRecords } from './session-record.queries.js';

@Resolver()
export class SessionRecordResolver {
  @Query(() => SessionRecordConnection, {
    description: 'All sessions, drafts included. Members only.',
  })
  sessionRecords(
    @Args(() => SessionRecordsArguments) asked: SessionRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SessionRecordConnection> {
    context.requireRole(...STAFF);
    return selectSessionRecords(context, asked);
  }

  @Query(() => SessionRecord, {
    nullable: true,
    description: 'One session; null when there is none. Members only.',
  })
  sessionRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SessionRecord | null> {
    context.requireRole(...STAFF);
    return selectSessionRecord(context, id);
  }
}
