import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { changeProspect } from './change-prospect.js';
import { ProspectChangeResult } from './prospect.result.js';
import { recordProspectEvent } from './record-prospect-event.js';

@Resolver()
export class ProspectFileResolver {
  @Mutation(() => ProspectChangeResult, {
    description: 'Removes a document from a household for good; its timeline says so. Agents only.',
  })
  removeProspectFile(
    @Arg('id', () => ID) id: string,
    @Arg('fileId', () => ID) fileId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, _prospect, problems) => {
      const { rows } = await connection.query<{ name: string }>(
        'delete from prospect_file where territory_id = $1 and prospect_id = $2 and id = $3 returning name',
        [context.scope.territoryId, id, isUuid(fileId) ? fileId : null],
      );
      if (!rows[0]) {
        problems.add('file', 'Ce document n’est plus là.', 'This document is no longer there.');
        return;
      }
      await recordProspectEvent(connection, context.scope, id, 'FILE_REMOVED', {
        detail: { file: rows[0].name },
      });
    });
  }
}
