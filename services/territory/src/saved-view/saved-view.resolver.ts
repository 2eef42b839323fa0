import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { OfferProblems, refuse } from '../qualification/offer-refused.js';
import { SavedViewNode, SaveViewInput, SaveViewResult } from './saved-view.js';

/** More than anybody keeps; it bounds what one member may store for one list. */
const MOST = 50;

@Resolver()
export class SavedViewResolver {
  @Query(() => [SavedViewNode], { description: 'The viewer’s own views of a list, by name. Members only.' })
  savedViews(
    @Arg('list', () => String) list: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SavedViewNode[]> {
    context.requireRole(...STAFF);
    return context.read<SavedViewNode>({
      name: 'saved views',
      text: `select id, list, name, search from saved_view where territory_id = $1 and user_id = $2 and list = $3
        order by lower(name), name limit ${MOST}`,
      values: [context.requireTerritory(), context.scope.userId, list],
    });
  }

  @Mutation(() => SaveViewResult, {
    description: 'Keeps a view under a name, for the viewer alone. Members only.',
  })
  async saveView(
    @Arg('input', () => SaveViewInput) { list, name, search }: SaveViewInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...STAFF);
    const problems = new OfferProblems(context.origin.locale);
    const title = problems.text('name', name, 80);
    const views = await this.savedViews(list, context);
    if (views.length >= MOST && !views.some((view) => view.name === title))
      problems.add('name', `${MOST} vues au plus pour une liste.`, `${MOST} views at most for one list.`);
    if (problems.list.length > 0) return refuse(problems.list);
    const view = await context.write(async (connection) => {
      const { rows } = await connection.query<SavedViewNode>(
        `insert into saved_view (id, territory_id, user_id, list, name, search) values ($1, $2, $3, $4, $5, $6)
         on conflict (territory_id, user_id, list, name) do update set search = excluded.search
         returning id, list, name, search`,
        [randomUUID(), context.requireTerritory(), context.scope.userId, list, title, search],
      );
      return rows[0] as SavedViewNode;
    });
    return { __typename: 'ViewSaved' as const, view };
  }

  @Mutation(() => Boolean, { description: 'Forgets one of the viewer’s views; false when there was none.' })
  async removeView(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<boolean> {
    context.requireRole(...STAFF);
    return context.write(async (connection) => {
      const { rowCount } = await connection.query('delete from saved_view where id::text = $1', [id]);
      return Boolean(rowCount);
    });
  }
}
