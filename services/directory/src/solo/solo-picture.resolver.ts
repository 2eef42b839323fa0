import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Solo } from './solo.entity.js';
import { SoloPicture } from './solo-picture.js';

type PictureRow = Omit<SoloPicture, 'small' | 'large'> & Record<string, unknown>;

@Resolver(() => Solo)
export class SoloPictureResolver {
  @FieldResolver(() => SoloPicture, { nullable: true, description: 'For those who show one.' })
  picture(@Root() { photoId }: Solo, @Ctx() context: SubgraphContext): Promise<SoloPicture | null> | null {
    if (!photoId) return null;
    return context.load('solo picture', photoId, async (ids: readonly string[]) => {
      const rows = await context.read<PictureRow>({
        name: 'solo pictures',
        short: true,
        text: 'select id, alternative, width, height from solo_photo where id = any($1::uuid[])',
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row['id'] as string, withPaths(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }
}

const pathOf = (id: string, size: 'small' | 'large') => `/files/public/directory/photos/${id}/${size}.webp`;
const withPaths = (row: PictureRow): SoloPicture => ({
  ...(row as Omit<SoloPicture, 'small' | 'large'>),
  small: pathOf(row.id, 'small'),
  large: pathOf(row.id, 'large'),
});
