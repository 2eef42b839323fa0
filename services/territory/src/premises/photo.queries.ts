import type { SubgraphContext } from '@ancrage/subgraph';
import type { PhotoNode } from './photo.js';
import { isUuid } from './premises.queries.js';

export type PhotoSize = 'large' | 'small';

type PhotoRow = Omit<PhotoNode, 'large' | 'small'> & { premisesId: string };

const address = (id: string, size: PhotoSize) => `/files/public/photos/${id}/${size}.webp`;

/** The photographs of premises in their order, one statement for all premises of a request. */
export function loadPhotos(context: SubgraphContext, premisesId: string): Promise<PhotoNode[]> {
  return context.load('premises photos', premisesId, async (ids: readonly string[]) => {
    const rows = await context.read<PhotoRow>({
      name: 'premises photos',
      text: `select id, premises_id as "premisesId", alternative, credit, width, height from premises_photo
        where territory_id = $1 and premises_id = any($2) order by premises_id, place, id`,
      values: [context.requireTerritory(), ids],
    });
    return ids.map((id) => rows.filter(({ premisesId }) => premisesId === id).map(toPhoto));
  });
}

function toPhoto({ premisesId: _of, ...photo }: PhotoRow): PhotoNode {
  return { ...photo, large: address(photo.id, 'large'), small: address(photo.id, 'small') };
}

/** The picture itself, as far as the viewer may see it; null when there is none. */
export async function selectPicture(
  context: SubgraphContext,
  id: string,
  size: PhotoSize,
): Promise<Buffer | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<{ picture: Buffer }>({
    name: `premises picture ${size}`,
    text: `select ${size === 'large' ? 'large' : 'small'} as picture from premises_photo where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row?.picture ?? null;
}
