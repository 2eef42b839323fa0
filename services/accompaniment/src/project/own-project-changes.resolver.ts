import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailKey } from '@ancrage/input/contact-keys';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { bounded, emailOf, phoneOf } from '../prospect/prospect-facts.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { changeOwnProject } from './change-own-project.js';
import { readByHousehold, sayToTeam } from './messages.js';
import { ProjectTokenArguments } from './own-project.js';
import {
  OwnContactArguments,
  OwnFollowUpArguments,
  OwnMessageArguments,
  OwnProjectResult,
  SettleOwnStepArguments,
} from './project-change.input.js';
import { settleOwnStep } from './settle-own-step.js';

/** What a household does on its own page. Each answers with the page as it then is, whatever another tab did meanwhile. */
@Resolver()
export class OwnProjectChanges {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => OwnProjectResult, {
    description: 'Says that a step of the household is done. Done twice, it is done.',
  })
  settleOwnStep(
    @Args(() => SettleOwnStepArguments) { token, stepId, version }: SettleOwnStepArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return changeOwnProject(context, this.links, token, (work) => settleOwnStep(work, stepId, version));
  }

  @Mutation(() => OwnProjectResult, {
    description:
      'Writes to the team. The territory hears of it by a letter, once a day until somebody has read; up to 20 messages a day.',
  })
  writeToTeam(
    @Args(() => OwnMessageArguments) { token, body, key }: OwnMessageArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const card = context.requireTerritoryCard();
    return changeOwnProject(context, this.links, token, (work) => sayToTeam(work, card, body, key));
  }

  @Mutation(() => OwnProjectResult, { description: 'Says that what the team wrote was read.' })
  readOwnMessages(
    @Args(() => ProjectTokenArguments) { token }: ProjectTokenArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return changeOwnProject(context, this.links, token, ({ connection, prospectId }) =>
      readByHousehold(connection, prospectId),
    );
  }

  @Mutation(() => OwnProjectResult, { description: 'Changes how the household is reached.' })
  changeOwnContact(
    @Args(() => OwnContactArguments) { token, input }: OwnContactArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return changeOwnProject(
      context,
      this.links,
      token,
      async ({ connection, scope, prospectId, problems }) => {
        const name = problems.text('name', cleanLine(input.name), 120);
        const email = emailOf(input.email, problems);
        const phone = phoneOf(input.phone, problems);
        const livesIn = bounded('livesIn', cleanLine(input.livesIn), 120, problems);
        const callWhen = bounded('callWhen', cleanLine(input.callWhen), 120, problems);
        if (!email && !phone && problems.list.length === 0)
          problems.add(
            'email',
            'Laissez au moins une adresse ou un numéro : sans l’un des deux, nous ne pourrions plus vous joindre.',
            'Leave one address or number at least: without either we could no longer reach you.',
          );
        if (problems.list.length > 0) return;
        const { rowCount } = await connection.query(
          `update prospect_contact set name = $2, email = $3, email_key = $4, phone = $5, phone_key = $5, lives_in = $6,
           call_when = $7, bounced_at = case when email_key is distinct from $4 then null else bounced_at end
          where prospect_id = $1 and (name, coalesce(email, ''), coalesce(phone, ''), coalesce(lives_in, ''), coalesce(call_when, ''))
            is distinct from ($2, coalesce($3, ''), coalesce($5, ''), coalesce($6, ''), coalesce($7, ''))`,
          [prospectId, name, email, email && emailKey(email), phone, livesIn, callWhen],
        );
        if (!rowCount) return;
        await connection.query('update prospect set version = version + 1 where id = $1', [prospectId]);
        await recordProspectEvent(connection, scope, prospectId, 'EDITED', { detail: { by: 'HOUSEHOLD' } });
      },
    );
  }

  @Mutation(() => OwnProjectResult, {
    description:
      'Says how the household is, 6 or 12 months after it moved in. Said again, the later words count.',
  })
  answerOwnFollowUp(
    @Args(() => OwnFollowUpArguments) { token, id, input }: OwnFollowUpArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return changeOwnProject(
      context,
      this.links,
      token,
      async ({ connection, scope, prospectId, problems }) => {
        const words = bounded('words', cleanText(input.words).trim(), 2000, problems);
        if (problems.list.length > 0) return;
        const { rows } = await connection.query<{ months: number }>(
          `update follow_up set still_here = $3, jobs = $4, rating = $5, words = $6, answered_at = now(), answered_by = 'household'
          where prospect_id = $1 and id = $2 and due_on <= (now() at time zone 'Europe/Paris')::date returning months`,
          [prospectId, id, input.stillHere, input.jobs ?? null, input.rating ?? null, words],
        );
        if (rows[0])
          await recordProspectEvent(connection, scope, prospectId, 'FOLLOWED_UP', {
            detail: { months: rows[0].months },
          });
        else problems.add('form', 'Cette question ne se pose pas encore.', 'This is not asked yet.');
      },
    );
  }
}
