import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ProspectRecord } from '../prospect/prospect-record.js';
import { selectProspect } from '../prospect/prospect-record.queries.js';
import { Commune } from '../references.js';
import { followUpsOf } from './follow-up.queries.js';
import { FollowUpRecord } from './follow-up-record.js';
import { InstallationRecord } from './installation-record.js';
import { selectInstallation } from './installation-record.queries.js';
import { stepsOf } from './installation-step.queries.js';
import { InstallationStepRecord } from './installation-step-record.js';

@Resolver(() => InstallationRecord)
export class InstallationRecordResolver {
  @Query(() => InstallationRecord, { nullable: true, description: 'One case, or null. Agents only.' })
  installationRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<InstallationRecord | null> {
    context.requireRole(...WRITERS);
    return selectInstallation(context, id);
  }

  @FieldResolver(() => Commune, { nullable: true, description: 'Where they settle, or think of settling.' })
  commune(@Root() { communeCode }: InstallationRecord): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }

  @FieldResolver(() => [FollowUpRecord], {
    description: 'After 6 and 12 months; none before it is effective.',
  })
  followUps(@Root() { id }: InstallationRecord, @Ctx() context: SubgraphContext): Promise<FollowUpRecord[]> {
    return followUpsOf(context, id);
  }

  @FieldResolver(() => ProspectRecord, {
    nullable: true,
    description: 'The household with its timeline and documents; null once it asked to be forgotten.',
  })
  household(
    @Root() { prospectId }: InstallationRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectRecord | null> {
    return selectProspect(context, prospectId);
  }

  @FieldResolver(() => [InstallationStepRecord], { description: 'In the order of the protocol.' })
  steps(
    @Root() { id }: InstallationRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<InstallationStepRecord[]> {
    return stepsOf(context, id);
  }
}
