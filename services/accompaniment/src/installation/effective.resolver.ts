import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { advanceStage } from '../prospect/advance-stage.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { redateSteps } from './case-steps.js';
import { changeInstallation } from './change-installation.js';
import { judgePlace, placeOfCommune } from './commune-place.js';
import { coverAbsences } from './cover-absences.js';
import { checkEvidenceFile, planFollowUps } from './declare-effective.js';
import { AbandonInput, EffectiveInput } from './installation.input.js';
import { InstallationChangeResult } from './installation.result.js';
import { effectiveFacts, noteOf, pastDay } from './installation-facts.js';
import { InstallationStatus } from './installation-status.js';
import { writeInstallation } from './write-installation.js';

const VERSION = { description: 'Of the record that the change is based on.' };

@Resolver()
export class EffectiveResolver {
  constructor(private readonly ask: AskNeighbour) {}

  @Mutation(() => InstallationChangeResult, {
    description:
      'Says that a household has settled: refused without a day that has come, a commune of the territory, what shows it and who vouches for it. The household comes to the stage INSTALLED, and is asked how it is after 6 and 12 months. Agents only.',
  })
  async declareEffective(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, VERSION) version: number,
    @Arg('input', () => EffectiveInput) input: EffectiveInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    const { scope } = context;
    const place = await placeOfCommune(context, this.ask, input.communeCode);
    return changeInstallation(context, id, version, async (connection, standing, problems) => {
      if (standing.status !== InstallationStatus.PLANNED)
        problems.add(
          'status',
          'Seule une installation en projet peut devenir effective.',
          'Only a settling that is planned can become effective.',
        );
      const facts = effectiveFacts(input, standing, problems);
      judgePlace(place, problems);
      await checkEvidenceFile(connection, scope, standing, facts, problems);
      if (problems.list.length > 0) return;
      await writeInstallation(connection, scope.territoryId, id, { ...facts }, [
        `status = 'EFFECTIVE'`,
        'declared_at = now()',
      ]);
      const { effectiveOn, communeCode, evidence, declaredBy } = facts;
      await recordProspectEvent(connection, scope, standing.prospectId, 'INSTALLATION_EFFECTIVE', {
        detail: { installation: id, effectiveOn, communeCode, evidence, declaredBy },
      });
      await advanceStage(connection, scope, standing.prospectId, ProspectStage.INSTALLED);
      await planFollowUps(connection, scope, standing, effectiveOn);
      await redateSteps(connection, scope, id, { moved: 'ARRIVAL' });
      await coverAbsences(connection, scope);
    });
  }

  @Mutation(() => InstallationChangeResult, {
    description:
      'Says that a settling was given up, for a reason that can be counted and in words. The household stays where it stands on its way. Agents only.',
  })
  abandonInstallation(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, VERSION) version: number,
    @Arg('input', () => AbandonInput) input: AbandonInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    const { scope } = context;
    return changeInstallation(context, id, version, async (connection, standing, problems) => {
      if (standing.status !== InstallationStatus.PLANNED)
        problems.add(
          'status',
          'Seule une installation en projet peut être abandonnée.',
          'Only a settling that is planned can be given up.',
        );
      const { reason } = input;
      if (!reason)
        problems.add(
          'reason',
          'Choisissez la raison qui s’en approche le plus.',
          'Choose the closest reason.',
        );
      const note = noteOf(input.note, problems);
      if (!note) problems.add('note', 'Dites en quelques mots pourquoi.', 'Say why in a few words.');
      const abandonedOn = pastDay('abandonedOn', input.abandonedOn, problems) ?? reportingDate();
      if (problems.list.length > 0) return;
      await connection.query(
        `update installation set status = 'ABANDONED', abandoned_on = $3, abandon_reason = $4, abandon_note = $5,
           version = version + 1 where territory_id = $1 and id = $2`,
        [scope.territoryId, id, abandonedOn, reason, note],
      );
      await recordProspectEvent(connection, scope, standing.prospectId, 'INSTALLATION_ABANDONED', {
        note,
        detail: { installation: id, reason, abandonedOn },
      });
    });
  }
}
