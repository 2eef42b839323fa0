import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DateResolver } from 'graphql-scalars';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { TerritoryCommune } from '../commune/territory-commune.entity.js';
import { findPremises } from './photo.change.js';
import { Premises } from './premises.entity.js';
import { PremisesInput } from './premises.input.js';
import { cleaned, day, isShowable, premisesProblems } from './premises.problems.js';
import { selectPremisesById } from './premises.queries.js';
import { PremisesResult } from './premises.result.js';
import { writePremises } from './premises.write.js';
import { PremisesStatus } from './premises-kind.js';

type Work = (premises: Premises, today: string) => FieldProblem[];

@Resolver()
export class PremisesChangeResolver {
  @Mutation(() => PremisesResult, { description: 'A draft, which nobody outside sees. Agents only.' })
  async createPremises(
    @Arg('input', () => PremisesInput) input: PremisesInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const premises = new Premises();
    premises.id = randomUUID();
    premises.territoryId = context.requireTerritory();
    return change(context, premises, input);
  }

  @Mutation(() => PremisesResult, { description: 'Changes everything but its state. Agents only.' })
  async updatePremises(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => PremisesInput) input: PremisesInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    return change(context, await findPremises(context, id), input);
  }

  @Mutation(() => PremisesResult, {
    description: 'Shows it to everybody until its last day; also takes it out of the archive. Agents only.',
  })
  publishPremises(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return work(context, id, (premises, today) => {
      if (!isShowable(premises.expiresOn, today)) return [lastDayProblem(context)];
      premises.status = PremisesStatus.PUBLISHED;
      return [];
    });
  }

  @Mutation(() => PremisesResult, {
    description: 'Hides it and keeps it; publishing undoes that. Agents only.',
  })
  archivePremises(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return work(context, id, (premises) => {
      premises.status = PremisesStatus.ARCHIVED;
      return [];
    });
  }

  @Mutation(() => PremisesResult, {
    description: 'Says that it is still to be had, until a day up to a year ahead. Agents only.',
  })
  renewPremises(
    @Arg('id', () => ID) id: string,
    @Arg('until', () => DateResolver) until: Date,
    @Ctx() context: SubgraphContext,
  ) {
    return work(context, id, (premises, today) => {
      if (!isShowable(day(until), today)) return [lastDayProblem(context)];
      premises.expiresOn = day(until);
      return [];
    });
  }
}

const lastDayProblem = ({ origin }: SubgraphContext): FieldProblem => ({
  field: 'expiresOn',
  message:
    origin.locale === 'en'
      ? 'Choose a last day from today to a year ahead.'
      : 'Choisissez un dernier jour entre aujourd’hui et dans un an.',
});

async function work(context: SubgraphContext, id: string, task: Work) {
  context.requireRole(...WRITERS);
  const premises = await findPremises(context, id);
  const problems = task(premises, reportingDate());
  return problems.length > 0 ? refuse(problems) : save(context, premises);
}

async function change(context: SubgraphContext, premises: Premises, given: PremisesInput) {
  const input = cleaned(given);
  const problems = premisesProblems(input, context.origin.locale, reportingDate());
  if (!(await isOfTerritory(context.em, input.communeCode))) {
    const message =
      context.origin.locale === 'en'
        ? 'Choose a commune of the territory.'
        : 'Choisissez une commune du territoire.';
    problems.push({ field: 'communeCode', message });
  }
  if (problems.length > 0) return refuse(problems);
  writePremises(premises, input, context.origin);
  return save(context, premises);
}

/** The database shows this territory's communes alone. */
async function isOfTerritory(em: EntityManager, communeCode: string): Promise<boolean> {
  return (await em.count(TerritoryCommune, { communeCode })) > 0;
}

const refuse = (problems: FieldProblem[]) => ({ __typename: 'PremisesRefused' as const, problems });

async function save(context: SubgraphContext, premises: Premises) {
  premises.updatedAt = new Date();
  await context.em.persist(premises).flush();
  return {
    __typename: 'PremisesSaved' as const,
    premises: await selectPremisesById(context, premises.id),
  };
}
