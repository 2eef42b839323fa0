import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { DiscoverySession } from '../session/discovery-session.entity.js';
import { loadSession } from '../session/session.queries.js';
import { ProspectInstallation, ProspectSession } from './prospect-parts.js';
import { ProspectBoardArguments, ProspectRecordsArguments } from './prospect-record.input.js';
import {
  ProspectBoardStage,
  ProspectRecord,
  ProspectRecordConnection,
  ProspectStageCount,
} from './prospect-record.js';
import {
  countStages,
  selectProspect,
  selectProspectBoard,
  selectProspects,
} from './prospect-record.queries.js';
import { STAGES } from './prospect-stage.js';

/** What one reads of a stage at a glance; the table shows the rest. */
const PER_STAGE = 8;

@Resolver(() => ProspectRecord)
export class ProspectRecordResolver {
  @Query(() => ProspectRecordConnection, {
    description: 'Households that the territory follows, with how to reach them. Agents only.',
  })
  prospectRecords(
    @Args(() => ProspectRecordsArguments) page: ProspectRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectRecordConnection> {
    context.requireRole(...WRITERS);
    return selectProspects(context, page);
  }

  @Query(() => [ProspectBoardStage], {
    description: 'Households by stage, at most 8 a stage. Agents only.',
  })
  async prospectBoard(
    @Args(() => ProspectBoardArguments) asked: ProspectBoardArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectBoardStage[]> {
    context.requireRole(...WRITERS);
    const records = await selectProspectBoard(context, asked, PER_STAGE);
    const byStage = Map.groupBy(records, ({ stage }) => stage);
    return STAGES.map((stage) => {
      const standing = byStage.get(stage) ?? [];
      return { stage, count: standing[0]?.matching ?? 0, records: standing };
    });
  }

  @Query(() => [ProspectStageCount], {
    description: 'How many households stand at each stage, in the order of the way. Agents only.',
  })
  async prospectStages(@Ctx() context: SubgraphContext): Promise<ProspectStageCount[]> {
    context.requireRole(...WRITERS);
    const counts = await countStages(context);
    return STAGES.map((stage) => ({ stage, count: counts.get(stage) ?? 0 }));
  }

  @Query(() => ProspectRecord, {
    nullable: true,
    description:
      'One household; null when there is none, or when nothing tells any longer who it was. Agents only.',
  })
  prospectRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectRecord | null> {
    context.requireRole(...WRITERS);
    return selectProspect(context, id);
  }

  @FieldResolver(() => [Commune], { description: 'Communes that they think of.' })
  wishedCommunes(@Root() { wishedCommunes }: ProspectRecord): Commune[] {
    return wishedCommunes.map((code) => ({ code }));
  }
}

@Resolver(() => ProspectSession)
export class ProspectSessionResolver {
  @FieldResolver(() => DiscoverySession, { nullable: true })
  session(
    @Root() { sessionId }: ProspectSession,
    @Ctx() context: SubgraphContext,
  ): Promise<DiscoverySession | null> {
    return loadSession(context, sessionId);
  }
}

@Resolver(() => ProspectInstallation)
export class ProspectInstallationResolver {
  @FieldResolver(() => Commune, { nullable: true, description: 'Where they settle.' })
  commune(@Root() { communeCode }: ProspectInstallation): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }
}
