import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { EntrySessionArguments } from '../entry/entry.input.js';
import type { EntryLinks } from '../entry/entry-links.js';
import { ownerOf } from '../entry/entry-session.js';
import { erasePerson } from './erase-person.js';
import { personalDataOf } from './personal-data.js';
import { ErasePersonalDataResult, OwnErasureArguments, PersonalDataExport } from './personal-data.result.js';

/** A person's own right to their data, by the session that their link opened. */
@Resolver()
export class OwnDataResolver {
  constructor(private readonly links: EntryLinks) {}

  @Mutation(() => PersonalDataExport, {
    nullable: true,
    description: 'Everything held of whoever holds the session, who looked included; null when it is over.',
  })
  async exportMyPersonalData(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<PersonalDataExport | null> {
    const owner = await ownerOf(context, this.links, session);
    if (!owner) return null;
    const data = await personalDataOf(owner.own, owner.soloId);
    return { fileName: 'mes-donnees.json', json: JSON.stringify(data, null, 2) };
  }

  @Mutation(() => ErasePersonalDataResult, {
    description: 'Erases whoever holds the session, for good, and does not list them again.',
  })
  async eraseMyPersonalData(
    @Args(() => OwnErasureArguments) { session, confirmed }: OwnErasureArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const problems = new Problems(context.origin.locale);
    const owner = await ownerOf(context, this.links, session);
    if (!owner)
      problems.add(
        'session',
        'Votre session est terminée : demandez un nouveau lien.',
        'Your session is over: ask for a new link.',
      );
    else if (!confirmed)
      problems.add(
        'confirmed',
        'Cochez la case : l’effacement est définitif.',
        'Tick the box: erasing is for good.',
      );
    if (!owner || problems.list.length > 0)
      return { __typename: 'ErasureRefused' as const, problems: problems.list };
    const { soloId } = owner;
    const territory = asTerritory(context);
    await territory.write((connection) =>
      erasePerson(connection, territory.scope, { soloId, by: 'SELF', objects: true }),
    );
    return { __typename: 'PersonalDataErased' as const, soloId };
  }
}
