import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import { erasePerson, lockUnlessErased } from './erase-person.js';
import { personalDataOf } from './personal-data.js';
import {
  ErasePersonalDataInput,
  ErasePersonalDataResult,
  PersonalDataExport,
} from './personal-data.result.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver()
export class PersonalDataResolver {
  @Mutation(() => PersonalDataExport, {
    description:
      'Everything held of one person, to be given to them on request. That it was taken is kept, and in the export. Agents only.',
  })
  async exportPersonalData(
    @Arg('soloId', () => ID) soloId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<PersonalDataExport> {
    context.requireRole(...WRITERS);
    if (!UUID.test(soloId)) throw new NotFoundError('Cette fiche n’existe pas.');
    await recordAccess(context, 'EXPORTED', [soloId.toLowerCase()]);
    const data = await personalDataOf(context, soloId.toLowerCase());
    return {
      fileName: `donnees-personnelles-${data.record['solo']?.[0]?.['slug'] ?? 'fiche'}.json`,
      json: JSON.stringify(data, null, 2),
    };
  }

  @Mutation(() => ErasePersonalDataResult, {
    description:
      'Erases a person for good: entry, contact, history, consents, letters, photographs, copies. What was counted stays counted. Agents only.',
  })
  async erasePersonalData(
    @Arg('input', () => ErasePersonalDataInput) input: ErasePersonalDataInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const { scope } = context;
    if (!UUID.test(input.soloId)) throw new NotFoundError('Cette fiche n’existe pas.');
    const soloId = input.soloId.toLowerCase();
    const problems = new Problems(context.origin.locale);
    await context.write(async (connection) => {
      const solo = await lockUnlessErased(connection, scope, soloId);
      if (!solo) return;
      if (!isName(input.confirmation, solo.displayName)) {
        problems.add(
          'confirmation',
          'Recopiez le nom de la fiche tel qu’il est écrit.',
          'Type the name of the entry as it is written.',
        );
        return;
      }
      await erasePerson(connection, scope, { soloId, by: scope.userId ?? '', objects: input.objects });
    });
    return problems.list.length > 0
      ? { __typename: 'ErasureRefused' as const, problems: problems.list }
      : { __typename: 'PersonalDataErased' as const, soloId };
  }
}

const isName = (typed: string, name: string): boolean =>
  cleanLine(typed).toLowerCase() === cleanLine(name).toLowerCase();
