import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { recordEvent } from '../event/record-event.js';
import { keptAway } from '../personal-data/objection.js';
import { SoloStatus } from '../solo/solo-status.js';
import { changeRecord, saved } from './change-record.js';
import { knownAlready } from './known-already.js';
import { publishRecord } from './publish-record.js';
import { type SoloFacts, soloFacts } from './solo-facts.js';
import { SoloInput } from './solo-record.input.js';
import type { SoloRecord } from './solo-record.js';
import { selectRecord, selectRecordsById, selectRevision } from './solo-record.queries.js';
import { IdentifySoloResult, refuseRecord, UpdateSoloRecordResult } from './solo-record.result.js';
import { addSolo, writeFacts } from './write-solo.js';

/** What came of identifying somebody: one of these. */
type Outcome = { away?: true; known?: string[]; id?: string };

@Resolver()
export class IdentifyResolver {
  @Mutation(() => IdentifySoloResult, {
    description:
      'Adds somebody who was noticed to the start of the pipeline. Whoever objected to being known here is refused. Agents only.',
  })
  async identifySolo(
    @Arg('input', () => SoloInput) input: SoloInput,
    @Ctx() context: SubgraphContext,
    @Arg('evenIfKnown', () => Boolean, {
      defaultValue: false,
      description: 'True: adds them although somebody shares their e-mail address, number or SIRET.',
    })
    evenIfKnown: boolean,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const facts = soloFacts(input, problems);
    if (problems.list.length > 0) return refuseRecord(problems.list);
    const outcome = await context.write<Outcome>(async (connection) => {
      const { scope } = context;
      if (await keptAway(connection, scope, keysOf(facts))) return { away: true };
      const known = evenIfKnown ? [] : await knownAlready(connection, scope, facts);
      return known.length > 0 ? { known } : { id: await addSolo(connection, scope, facts) };
    });
    if (outcome.away) {
      awayProblem(problems, facts);
      return refuseRecord(problems.list);
    }
    if (outcome.known) {
      const records = await selectRecordsById(context, outcome.known);
      return { __typename: 'SoloLikelyKnown' as const, records };
    }
    return saved((await selectRecord(context, outcome.id ?? '')) as SoloRecord);
  }

  @Mutation(() => UpdateSoloRecordResult, {
    description:
      'Changes what is known of a solo; what shows of a published one changes at once. Agents only.',
  })
  async updateSoloRecord(
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => String, { description: 'Of the record that the change is based on.' })
    revision: string,
    @Arg('input', () => SoloInput) input: SoloInput,
    @Ctx() context: SubgraphContext,
  ) {
    let outdated = false;
    const result = await changeRecord(context, id, async (connection, solo, problems) => {
      const facts = soloFacts(input, problems);
      const before = await selectRevision(connection, id);
      outdated = before !== revision;
      if (problems.list.length > 0 || outdated) return;
      if (await keptAway(connection, context.scope, keysOf(facts))) return awayProblem(problems, facts);
      await writeFacts(connection, context.scope, id, facts);
      if ((await selectRevision(connection, id)) === before) return;
      await recordEvent(connection, context.scope, id, 'EDITED');
      if (solo.status === SoloStatus.PUBLISHED) await publishRecord(connection, context.scope, solo);
    });
    if (outdated && result.__typename === 'SoloRecordSaved')
      return { __typename: 'SoloRecordOutdated' as const, record: result.record };
    return result;
  }
}

const keysOf = ({ emailKey, phone, siret }: SoloFacts) => ({ emailKey, phoneKey: phone, siret });

function awayProblem(problems: Problems, { email, phone }: SoloFacts): void {
  problems.add(
    email ? 'email' : phone ? 'phone' : 'siret',
    'Cette personne s’est opposée à figurer ici : elle n’y est pas enregistrée de nouveau.',
    'This person objected to being known here: they are not entered again.',
  );
}
