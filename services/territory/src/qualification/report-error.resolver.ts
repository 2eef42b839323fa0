import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ReportErrorInput } from './correction.input.js';
import { CorrectionOrigin } from './correction-status.js';
import { ReportErrorResult } from './offer.input.js';
import { isOfTerritory, OfferProblems, refuse } from './offer-refused.js';

const CONTRIBUTORS: readonly string[] = ['CONTRIBUTOR', ...WRITERS];

@Resolver()
export class ReportErrorResolver {
  @Mutation(() => ReportErrorResult, {
    description:
      'Tells the territory that something is wrong or missing on a sheet. Anybody may; nothing shows before an agent accepts it. Asks for nothing personal.',
  })
  async reportError(
    @Arg('input', () => ReportErrorInput) input: ReportErrorInput,
    @Ctx() context: SubgraphContext,
  ) {
    const member = CONTRIBUTORS.includes(context.scope.role);
    const problems = new OfferProblems(context.origin.locale);
    const report = read(input, member, problems);
    if (!(await isOfTerritory(context, input.communeCode)))
      problems.add(
        'communeCode',
        'Cette commune n’est pas du territoire.',
        'This commune is not of the territory.',
      );
    if (problems.list.length > 0) return refuse(problems.list);
    const id = randomUUID();
    // What fills in the field that nobody sees is thanked like everybody else, and learns nothing.
    if (!input.website) {
      const origin = member ? CorrectionOrigin.MEMBER : CorrectionOrigin.PUBLIC;
      await context.write((connection) =>
        connection.query(SEND, [id, context.requireTerritory(), input.communeCode, origin, ...report]),
      );
    }
    return { __typename: 'CorrectionSent' as const, id: member ? id : null };
  }
}

function read(input: ReportErrorInput, member: boolean, problems: OfferProblems) {
  const { type = null, proposedCount = null } = input;
  if (type !== null) problems.knownType('type', type);
  if (proposedCount !== null) problems.count('proposedCount', proposedCount);
  const note = input.note?.trim() ? problems.text('note', input.note, 2000) : '';
  if (note === '' && (type === null || proposedCount === null))
    problems.add('note', 'Dites-nous ce qui ne va pas.', 'Tell us what is wrong.');
  const sentBy = member && input.sentBy?.trim() ? problems.body('sentBy', input.sentBy) : null;
  return [type, type === null ? null : proposedCount, note, sentBy];
}

// Nothing is returned: a visitor may send and not read.
const SEND = `
  insert into correction (id, territory_id, commune_code, origin, type_code, proposed_count, note, sent_by, known_count)
  values ($1, $2, $3, $4, $5, $6, $7, $8, (select count from offer_facts($2, array[$3]) where type_code = $5))`;
