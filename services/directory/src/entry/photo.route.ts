import { sendPhoto, WITHDRAWABLE_PHOTO } from '@ancrage/pictures/send';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import type { FileRoute } from '@ancrage/subgraph/files';

export type PhotoSize = 'large' | 'small';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The picture of a published entry, for everybody; it is gone as soon as the entry is. */
export const PUBLIC_PHOTO_ROUTE: FileRoute = {
  method: 'GET',
  path: '/files/public/directory/photos/:id/:size(large|small).webp',
  handle: async (exchange) => {
    const { id = '', size } = exchange.parameters;
    const picture = await selectPhoto(exchange.context, id, size as PhotoSize);
    if (!picture) throw new NotFoundError("Cette photo n'existe pas.");
    sendPhoto(exchange, picture, WITHDRAWABLE_PHOTO);
  },
};

/** The bytes of a photograph, as far as the viewer may see it; null when there is none. */
export async function selectPhoto(
  context: SubgraphContext,
  id: string,
  size: PhotoSize,
): Promise<Buffer | null> {
  if (!UUID.test(id)) return null;
  const [row] = await context.read<{ picture: Buffer }>({
    name: `solo photo ${size}`,
    text: `select ${size} as picture from solo_photo where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row?.picture ?? null;
}
