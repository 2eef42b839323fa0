import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { AccessRecordConnection, AccessRecordsArguments } from './access-list.js';
import { selectAccessRecords } from './access-list.queries.js';

@Resolver()
export class AccessListResolver {
  @Query(() => AccessRecordConnection, {
    description: 'Who looked at entries that were not public, newest first. Administrators only.',
  })
  accessRecords(
    @Args(() => AccessRecordsArguments) page: AccessRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<AccessRecordConnection> {
    context.requireRole('ADMINISTRATOR', 'OPERATOR');
    return selectAccessRecords(context, page);
  }
}
