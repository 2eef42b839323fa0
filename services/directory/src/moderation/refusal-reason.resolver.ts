import { randomUUID } from 'node:crypto';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

const MOST = 20;
const LONGEST = 300;

/** What moderators find at hand until they write their own. */
const USUAL = {
  fr: [
    'La présentation est trop courte : dites en quelques phrases ce que vous faites et pour qui.',
    'Le texte contient des coordonnées ou un lien : mettez-les dans les champs prévus, vous choisissez s’ils s’affichent.',
    'L’activité n’est pas exercée depuis notre territoire : l’annuaire réunit les indépendants qui y travaillent.',
    'Cette fiche existe déjà : demandez un lien pour modifier la vôtre plutôt que d’en ouvrir une seconde.',
    'Le texte parle d’autres personnes ou entreprises que la vôtre : présentez votre propre activité.',
  ],
  en: [
    'The presentation is too short: say in a few sentences what you do and for whom.',
    'The text holds contact details or a link: put them in their own fields, where you choose whether they show.',
    'The business is not run from our territory: the directory lists independents who work here.',
    'This entry exists already: ask for a link to change yours rather than open a second one.',
    'The text is about other people or companies: present your own business.',
  ],
};

@Resolver()
export class RefusalReasonResolver {
  @Query(() => [String], {
    description: 'Reasons for refusing that moderators have at hand: the territory’s own, else usual ones.',
  })
  async refusalReasons(@Ctx() context: SubgraphContext): Promise<string[]> {
    context.requireRole(...WRITERS);
    const rows = await context.read<{ text: string }>({
      name: 'refusal reasons',
      text: 'select text from refusal_reason where territory_id = $1 order by position',
      values: [context.requireTerritory()],
    });
    if (rows.length > 0) return rows.map(({ text }) => text);
    return USUAL[context.origin.locale === 'en' ? 'en' : 'fr'];
  }

  @Mutation(() => [String], {
    description:
      'Replaces the reasons at hand: up to 20 of up to 300 characters, empty ones left out; none at all brings the usual ones back. Agents only.',
  })
  async saveRefusalReasons(
    @Arg('reasons', () => [String]) given: string[],
    @Ctx() context: SubgraphContext,
  ): Promise<string[]> {
    context.requireRole(...WRITERS);
    const en = context.origin.locale === 'en';
    if (given.length > MOST)
      throw new BadInputError(en ? `At most ${MOST} reasons.` : `${MOST} raisons au plus.`, 'reasons');
    const reasons = [...new Set(given.map((text) => cleanLine(text.slice(0, LONGEST * 4))).filter(Boolean))];
    if (reasons.some((text) => text.length > LONGEST))
      throw new BadInputError(
        en ? `At most ${LONGEST} characters each.` : `${LONGEST} caractères au plus pour chacune.`,
        'reasons',
      );
    await context.write(async (connection) => {
      const territoryId = context.requireTerritory();
      await connection.query('delete from refusal_reason where territory_id = $1', [territoryId]);
      await connection.query(
        `insert into refusal_reason (id, territory_id, position, text)
         select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[])`,
        [
          reasons.map(() => randomUUID()),
          reasons.map(() => territoryId),
          reasons.map((_, index) => index),
          reasons,
        ],
      );
    });
    return this.refusalReasons(context);
  }
}
