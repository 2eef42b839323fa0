import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF, WRITERS } from '@ancrage/subgraph/policies';
import { DateResolver } from 'graphql-scalars';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { planSteps } from './plan-steps.js';
import { PlannedHouseholdInput } from './protocol.input.js';
import { selectModels } from './protocol-model.queries.js';
import { ProtocolModel } from './protocol-model.type.js';
import { PlannedProtocolStep } from './protocol-plan.js';
import type { ProtocolStep } from './protocol-step.js';
import { selectProtocol, selectProtocols, selectPublicProtocol } from './welcome-protocol.queries.js';
import { WelcomeProtocol } from './welcome-protocol.type.js';
import { WelcomeProtocolRecord } from './welcome-protocol-record.js';

@Resolver()
export class WelcomeProtocolResolver {
  @Query(() => WelcomeProtocol, {
    nullable: true,
    description: 'How the territory welcomes, in public words; null while nothing is published.',
  })
  welcomeProtocol(@Ctx() context: SubgraphContext): Promise<WelcomeProtocol | null> {
    return selectPublicProtocol(context);
  }

  @Query(() => [WelcomeProtocolRecord], {
    description: 'Every version of the territory’s protocol, newest first. Members only.',
  })
  welcomeProtocols(@Ctx() context: SubgraphContext): Promise<WelcomeProtocolRecord[]> {
    context.requireRole(...STAFF);
    return selectProtocols(context);
  }

  @Query(() => WelcomeProtocolRecord, { nullable: true, description: 'One version. Members only.' })
  welcomeProtocolRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<WelcomeProtocolRecord | null> {
    context.requireRole(...STAFF);
    return selectProtocol(context, id);
  }

  @Query(() => [ProtocolModel], {
    description: 'What other territories have published, newest first, at most 500. Agents only.',
  })
  async protocolModels(@Ctx() context: SubgraphContext): Promise<ProtocolModel[]> {
    context.requireRole(...WRITERS);
    const rows = await selectModels(context);
    return rows.map(({ territoryId, ...row }) => ({ ...row, territory: { id: territoryId } }));
  }

  @Query(() => [PlannedProtocolStep], {
    description:
      'The steps of a version that are for a household, with the days on which they would be due. Nothing is kept. Members only.',
  })
  async plannedProtocolSteps(
    @Arg('id', () => ID, { description: 'Of the version.' }) id: string,
    @Arg('startsOn', () => DateResolver) startsOn: Date,
    @Arg('arrivesOn', () => DateResolver, { nullable: true }) arrivesOn: Date | null,
    @Arg('household', () => PlannedHouseholdInput) household: PlannedHouseholdInput,
    @Ctx() context: SubgraphContext,
  ): Promise<PlannedProtocolStep[]> {
    context.requireRole(...STAFF);
    const record = await selectProtocol(context, id);
    const startedOn = dayOf(startsOn);
    return planSteps(
      (record?.steps ?? []) as ProtocolStep[],
      { ...household, horizon: household.horizon ?? null },
      { startedOn, expectedOn: arrivesOn ? dayOf(arrivesOn) : null, today: startedOn },
    );
  }
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
