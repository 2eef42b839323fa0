import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Facility } from '../facility/facility.entity.js';
import { isUuid } from '../premises/premises.queries.js';
import { Territory } from '../territory/territory.entity.js';
import { writeEnrolment } from './enrolment.write.js';
import { toThresholds } from './thresholds.js';
import { EnrolmentInput, ThresholdsInput } from './vitality.input.js';
import { enrolmentProblems, thresholdsProblems } from './vitality.problems.js';
import { CRECHE, selectVitality } from './vitality.queries.js';
import { EnrolmentResult, ThresholdsResult } from './vitality.result.js';

@Resolver()
export class VitalityChangeResolver {
  @Mutation(() => EnrolmentResult, {
    description:
      'Writes down the children of a crèche in one year; without a figure, that nothing is known. Agents only; schools come from official files.',
  })
  async recordEnrolment(
    @Arg('input', () => EnrolmentInput) input: EnrolmentInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    const facility = isUuid(input.facilityId)
      ? await context.em.findOne(Facility, { id: input.facilityId, typeCode: CRECHE })
      : null;
    if (!facility) throw new NotFoundError("Cette crèche n'existe pas.");
    const problems = enrolmentProblems(input, context.origin.locale);
    if (problems.length > 0) return refuse(problems);
    await writeEnrolment(context.em, facility, input);
    const found = await selectVitality(context, territoryId, { communes: [facility.communeCode] });
    return {
      __typename: 'EnrolmentSaved' as const,
      facility: found.find(({ id }) => id === facility.id) ?? null,
    };
  }

  @Mutation(() => ThresholdsResult, {
    description: 'Sets what decides on keeping a class or a crèche; null: not known. Administrators only.',
  })
  async setVitalityThresholds(
    @Arg('input', () => ThresholdsInput) input: ThresholdsInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole('ADMINISTRATOR', 'OPERATOR');
    const problems = thresholdsProblems(input, context.origin.locale);
    if (problems.length > 0) return refuse(problems);
    const territory = await context.em.findOne(Territory, { id: context.requireTerritory() });
    if (!territory) throw new NotFoundError("Ce territoire n'existe pas.");
    const given = Object.entries(input).filter((entry): entry is [string, number] => entry[1] != null);
    territory.vitalityThresholds = Object.fromEntries(given);
    await context.em.flush();
    return {
      __typename: 'ThresholdsSaved' as const,
      thresholds: toThresholds(territory.vitalityThresholds),
    };
  }
}

const refuse = (problems: FieldProblem[]) => ({ __typename: 'VitalityRefused' as const, problems });
