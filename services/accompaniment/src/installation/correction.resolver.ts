import type { SubgraphContext } from '@ancrage/subgraph';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { redateSteps } from './case-steps.js';
import { changeInstallation, type StandingCase } from './change-installation.js';
import { judgePlace, placeOfCommune } from './commune-place.js';
import { checkEvidenceFile, planFollowUps } from './declare-effective.js';
import { EffectiveInput } from './installation.input.js';
import { InstallationChangeResult } from './installation.result.js';
import { effectiveFacts, noteOf } from './installation-facts.js';
import { InstallationStatus } from './installation-status.js';
import { changesOf, writeInstallation } from './write-installation.js';

@ArgsType()
class CorrectionArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Of the record that the correction is based on.' })
  version!: number;

  @Field(() => String, { description: 'Why, 1 to 1,000 characters; needed.' })
  @MaxLength(20_000)
  note!: string;
}

/** What is put right in a declaration, with a trace. Agents only. */
@Resolver()
export class CorrectionResolver {
  constructor(private readonly ask: AskNeighbour) {}

  @Mutation(() => InstallationChangeResult, {
    description:
      'Corrects what was declared of a settling, with a word of why; its trail keeps what each field was before. Agents only.',
  })
  async correctInstallation(
    @Args(() => CorrectionArguments) { id, version, note: typed }: CorrectionArguments,
    @Arg('input', () => EffectiveInput) input: EffectiveInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    const { scope } = context;
    const place = await placeOfCommune(context, this.ask, input.communeCode);
    return changeInstallation(context, id, version, async (connection, standing, problems) => {
      const note = reasonOf(typed, standing, problems);
      const facts = effectiveFacts(input, standing, problems);
      // What was declared before stays sayable, were the list away or the territory another by now.
      if (facts.communeCode !== standing.communeCode) judgePlace(place, problems);
      await checkEvidenceFile(connection, scope, standing, facts, problems);
      if (problems.list.length > 0) return;
      await writeInstallation(connection, scope.territoryId, id, { ...facts });
      const detail = { installation: id, ...changesOf(standing, { ...facts }) };
      await recordProspectEvent(connection, scope, standing.prospectId, 'INSTALLATION_CHANGED', {
        note,
        detail,
      });
      if (facts.effectiveOn === standing.effectiveOn) return;
      await planFollowUps(connection, scope, standing, facts.effectiveOn);
      await redateSteps(connection, scope, id, { moved: 'ARRIVAL' });
    });
  }

  @Mutation(() => InstallationChangeResult, {
    description:
      'Takes a declaration back that was made by mistake, with a word of why: the settling is planned again, the household at its project. Questions that were answered stay. Agents only.',
  })
  withdrawDeclaration(
    @Args(() => CorrectionArguments) { id, version, note: typed }: CorrectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    const { scope } = context;
    return changeInstallation(context, id, version, async (connection, standing, problems) => {
      const note = reasonOf(typed, standing, problems);
      if (problems.list.length > 0) return;
      await connection.query(
        `update installation set status = 'PLANNED', horizon = coalesce(horizon, 'SHORT_TERM'), effective_on = null,
           evidence = null, evidence_note = null, evidence_file_id = null, declared_by = null, declared_at = null,
           jobs = null, version = version + 1
         where territory_id = $1 and id = $2`,
        [scope.territoryId, id],
      );
      await connection.query(
        'delete from follow_up where territory_id = $1 and installation_id = $2 and answered_at is null',
        [scope.territoryId, id],
      );
      const { effectiveOn, communeCode, evidence, declaredBy, prospectId } = standing;
      await recordProspectEvent(connection, scope, prospectId, 'INSTALLATION_CHANGED', {
        note,
        detail: { installation: id, withdrawn: 'yes', effectiveOn, communeCode, evidence, declaredBy },
      });
      await connection.query(
        `update prospect set stage = 'PROJECT', version = version + 1
          where territory_id = $1 and id = $2 and stage = 'INSTALLED'`,
        [scope.territoryId, prospectId],
      );
      await recordProspectEvent(connection, scope, prospectId, 'MOVED', {
        note,
        detail: { from: 'INSTALLED', to: 'PROJECT' },
      });
      await redateSteps(connection, scope, id, { moved: 'ARRIVAL' });
    });
  }
}

/** Why a declaration is put right; there has to be one. */
function reasonOf(typed: string, { status }: StandingCase, problems: Problems): string | null {
  const note = noteOf(typed, problems);
  if (!note) problems.add('note', 'Dites en quelques mots pourquoi.', 'Say why in a few words.');
  if (status !== InstallationStatus.EFFECTIVE)
    problems.add(
      'status',
      'Rien n’est déclaré : il n’y a rien à corriger.',
      'Nothing is declared: there is nothing to correct.',
    );
  return note;
}
