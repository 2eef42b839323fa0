import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { changeProspect } from '../prospect/change-prospect.js';
import { ProspectChangeResult } from '../prospect/prospect.result.js';
import { writeProjectLetter } from './project-letter.js';

@Resolver()
export class ShareFileResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => ProspectChangeResult, {
    description:
      'Lets a household read a document on its own page, or no more; it is sent its link the first time, once a day. What it sent itself it always reads. Agents only.',
  })
  shareProspectFile(
    @Arg('id', () => ID) id: string,
    @Arg('fileId', () => ID) fileId: string,
    @Arg('shared', () => Boolean) shared: boolean,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    const post = { card: context.requireTerritoryCard(), links: this.links };
    return changeProspect(context, id, async (connection, _prospect, problems) => {
      const { rowCount } = await connection.query(
        `update prospect_file set shared = $4 where territory_id = $1 and prospect_id = $2 and id = $3
           and added_by <> 'household:' || prospect_id`,
        [context.scope.territoryId, id, isUuid(fileId) ? fileId : null, shared],
      );
      if (!rowCount) problems.add('file', 'Ce document n’est plus là.', 'This document is no longer there.');
      else if (shared)
        await writeProjectLetter(connection, context.scope, post, id, {
          kind: 'DOCUMENT',
          key: new Date().toISOString().slice(0, 10),
        });
    });
  }
}
