import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { forgetHousehold } from './forget-household.js';
import { giveUpSeats } from './give-up-seats.js';
import { householdDataOf } from './personal-data.js';
import { EraseHouseholdInput, EraseHouseholdResult, HouseholdDataExport } from './personal-data.result.js';

@Resolver()
export class PersonalDataResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => HouseholdDataExport, {
    description: 'Everything held of one household, to be given to them on request. Agents only.',
  })
  async exportHouseholdData(
    @Arg('prospectId', () => ID) prospectId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<HouseholdDataExport> {
    context.requireRole(...WRITERS);
    const data = await householdDataOf(context, prospectId.toLowerCase());
    return { fileName: 'donnees-personnelles-candidat.json', json: JSON.stringify(data, null, 2) };
  }

  @Mutation(() => EraseHouseholdResult, {
    description:
      'Forgets a household for good: seats to come are given up and offered on, contact, timeline, files, consents and letters go. What was counted stays counted. Doing it twice does nothing more. Agents only.',
  })
  async eraseHousehold(
    @Arg('input', () => EraseHouseholdInput) input: EraseHouseholdInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const { scope } = context;
    const prospectId = input.prospectId.toLowerCase();
    const problems = new Problems(context.origin.locale);
    const post = { card: context.requireTerritoryCard(), links: this.links };
    await context.write(async (connection) => {
      const { rows } = isUuid(prospectId)
        ? await connection.query<{ name: string }>(
            'select name from prospect_contact where territory_id = $1 and prospect_id = $2',
            [scope.territoryId, prospectId],
          )
        : { rows: [] };
      if (!rows[0]) return;
      if (!isName(input.confirmation, rows[0].name)) {
        problems.add(
          'confirmation',
          'Recopiez le nom du foyer tel qu’il est écrit.',
          'Type the name of the household as it is written.',
        );
        return;
      }
      await giveUpSeats(connection, scope, post, prospectId, null);
      await forgetHousehold(connection, scope, prospectId, 'REQUEST');
    });
    return problems.list.length > 0
      ? { __typename: 'HouseholdErasureRefused' as const, problems: problems.list }
      : { __typename: 'HouseholdErased' as const, prospectId };
  }
}

const isName = (typed: string, name: string): boolean =>
  cleanLine(typed).toLowerCase() === cleanLine(name).toLowerCase();
