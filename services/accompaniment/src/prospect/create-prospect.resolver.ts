import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { changeProspect } from './change-prospect.js';
import { givenConsent } from './given-consent.js';
import { CreateProspectInput, ProspectInput } from './prospect.input.js';
import { ProspectChangeResult, refused, saved, UpdateProspectResult } from './prospect.result.js';
import { bounded, prospectFacts } from './prospect-facts.js';
import type { ProspectRecord } from './prospect-record.js';
import { selectProspect } from './prospect-record.queries.js';
import { recordProspectEvent } from './record-prospect-event.js';
import { takeIn } from './take-in.js';
import { fillInProspect, writeProspect } from './write-prospect.js';

@Resolver()
export class CreateProspectResolver {
  @Mutation(() => ProspectChangeResult, {
    description:
      'Writes a household down. One that is known by its e-mail address keeps what was known: what was blank is filled in, and `known` says so. Agents only.',
  })
  async createProspect(
    @Arg('input', () => CreateProspectInput) input: CreateProspectInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    context.requireRole(...WRITERS);
    const { locale } = context.origin;
    const problems = new Problems(locale);
    const facts = prospectFacts(input.household, locale, problems);
    const declaredWords = bounded(
      'declaredWords',
      cleanLine(input.origin?.declaredWords ?? ''),
      300,
      problems,
    );
    const consents = (input.consents ?? []).flatMap((given) => givenConsent(given, problems) ?? []);
    if (problems.list.length > 0) return refused(problems.list);
    const { prospectId, known } = await context.write(async (connection) => {
      const taken = await takeIn(connection, context.scope, {
        ...facts,
        touch: {
          form: 'AGENT',
          linkCode: input.origin?.code ?? null,
          declaredChannel: input.origin?.declaredChannel ?? null,
          declaredWords,
        },
        consents,
        captureKey: input.key ?? null,
      });
      await fillInProspect(connection, context.scope, taken.prospectId, facts);
      return taken;
    });
    return saved((await selectProspect(context, prospectId)) as ProspectRecord, known);
  }

  @Mutation(() => UpdateProspectResult, {
    description:
      'Changes what is known of a household. One that changed since it was read is not written over: it comes back as it stands. Agents only.',
  })
  async updateProspect(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the record that the change is based on.' }) version: number,
    @Arg('input', () => ProspectInput) input: ProspectInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof UpdateProspectResult> {
    let outdated = false;
    const result = await changeProspect(context, id, async (connection, prospect, problems) => {
      const facts = prospectFacts(input, context.origin.locale, problems);
      outdated = prospect.version !== version;
      if (problems.list.length > 0 || outdated) return;
      const fields = await writeProspect(connection, context.scope, id, facts);
      if (fields.length > 0)
        await recordProspectEvent(connection, context.scope, id, 'EDITED', { detail: { fields } });
    });
    if (outdated && result.__typename === 'ProspectSaved')
      return { __typename: 'ProspectOutdated', record: result.record };
    return result;
  }
}
