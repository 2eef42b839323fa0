import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
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

  @FieldResolver(() => [InstallationStepRecord], { description: 'In the order of the protocol.' })
  steps(
    @Root() { id }: InstallationRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<InstallationStepRecord[]> {
    return stepsOf(context, id);
  }
}
