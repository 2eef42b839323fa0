import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeProjectLetter } from '../project/project-letter.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { redateSteps } from './case-steps.js';
import { changeInstallation, outcomeOf } from './change-installation.js';
import { coverAbsences } from './cover-absences.js';
import { InstallationPlanInput } from './installation.input.js';
import { InstallationChangeResult } from './installation.result.js';
import { noteOf, planFacts } from './installation-facts.js';
import { InstallationStatus } from './installation-status.js';
import { planInstallation } from './plan-installation.js';
import { changesOf, writeInstallation } from './write-installation.js';

@Resolver()
export class InstallationResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => InstallationChangeResult, {
    description:
      'Begins a household’s settling: it comes to the stage PROJECT, and the steps of the published protocol that fit it are taken over. Refused where it has a settling under way or is lost. Agents only.',
  })
  async planInstallation(
    @Arg('prospectId', () => ID) prospectId: string,
    @Arg('input', () => InstallationPlanInput) input: InstallationPlanInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const card = context.requireTerritoryCard();
    return outcomeOf(context, () =>
      context.write(async (connection) => {
        const { scope } = context;
        const id = await planInstallation(connection, scope, prospectId, input, problems);
        const occasion = { kind: 'STARTED' as const, key: id };
        await writeProjectLetter(connection, scope, { card, links: this.links }, prospectId, occasion);
        return id;
      }),
    );
  }

  @Mutation(() => InstallationChangeResult, {
    description:
      'Changes how a settling is planned; its trail keeps what each field was before. Refused once it has taken place or was given up. Agents only.',
  })
  changeInstallation(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the record that the change is based on.' }) version: number,
    @Arg('input', () => InstallationPlanInput) input: InstallationPlanInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    return changeInstallation(context, id, version, async (connection, standing, problems) => {
      if (standing.status !== InstallationStatus.PLANNED)
        problems.add(
          'status',
          'Cette installation n’est plus à venir : elle se corrige.',
          'This settling is no longer to come: it is corrected.',
        );
      const facts = planFacts(input, standing, problems);
      const note = noteOf(input.note, problems);
      if (problems.list.length > 0) return;
      const changes = changesOf(standing, { ...facts });
      if (Object.keys(changes).length === 0 && !note) return;
      await writeInstallation(connection, context.scope.territoryId, id, { ...facts });
      await recordProspectEvent(connection, context.scope, standing.prospectId, 'INSTALLATION_CHANGED', {
        note,
        detail: { installation: id, ...changes },
      });
      if (facts.expectedOn === standing.expectedOn) return;
      await redateSteps(connection, context.scope, id, { moved: 'ARRIVAL' });
      await coverAbsences(connection, context.scope);
    });
  }
}
