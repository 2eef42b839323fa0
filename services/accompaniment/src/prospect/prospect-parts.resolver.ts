import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  ProspectConsentNode,
  ProspectEventNode,
  ProspectFileNode,
  ProspectInstallation,
  ProspectSession,
  ProspectTouchNode,
} from './prospect-parts.js';
import {
  loadInstallation,
  loadProspectConsents,
  loadProspectEvents,
  loadProspectFiles,
  loadProspectSessions,
  loadTouches,
} from './prospect-parts.queries.js';
import { ProspectRecord } from './prospect-record.js';

/** What hangs on a household. */
@Resolver(() => ProspectRecord)
export class ProspectPartsResolver {
  @FieldResolver(() => [ProspectTouchNode], {
    description:
      'Every time they came by, oldest first: the first and the last are what campaigns are counted by.',
  })
  touches(@Root() { id }: ProspectRecord, @Ctx() context: SubgraphContext): Promise<ProspectTouchNode[]> {
    return loadTouches(context, id);
  }

  @FieldResolver(() => [ProspectConsentNode], { description: 'Newest first, those taken back included.' })
  consents(@Root() { id }: ProspectRecord, @Ctx() context: SubgraphContext): Promise<ProspectConsentNode[]> {
    return loadProspectConsents(context, id);
  }

  @FieldResolver(() => [ProspectEventNode], { description: 'Newest first, the last 300.' })
  events(@Root() { id }: ProspectRecord, @Ctx() context: SubgraphContext): Promise<ProspectEventNode[]> {
    return loadProspectEvents(context, id);
  }

  @FieldResolver(() => [ProspectFileNode], { description: 'Newest first.' })
  files(@Root() { id }: ProspectRecord, @Ctx() context: SubgraphContext): Promise<ProspectFileNode[]> {
    return loadProspectFiles(context, id);
  }

  @FieldResolver(() => [ProspectSession], { description: 'Sessions that they registered for, newest first.' })
  sessions(@Root() { id }: ProspectRecord, @Ctx() context: SubgraphContext): Promise<ProspectSession[]> {
    return loadProspectSessions(context, id);
  }

  @FieldResolver(() => ProspectInstallation, {
    nullable: true,
    description: 'Their settling, where there is one.',
  })
  installation(
    @Root() { id }: ProspectRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectInstallation | null> {
    return loadInstallation(context, id);
  }
}
