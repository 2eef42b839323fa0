import type { RequestEvent } from '@sveltejs/kit';
import {
  DescribePremisesPhotoDocument,
  PlacePremisesPhotoDocument,
  RemovePremisesPhotoDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { refusalOf } from '../premises.actions.ts';

async function asked(event: RequestEvent) {
  await memberOf(event);
  const form = await event.request.formData();
  const word = (name: string) => String(form.get(name) ?? '');
  return { gateway: await memberGateway(event), id: word('photo'), word };
}

/** What is done with one photograph: the form's button names it. Sending one goes by the files' own channel. */
export const photoActions = {
  describe: async (event: RequestEvent) => {
    const { gateway, id, word } = await asked(event);
    const { describePremisesPhoto } = await gateway.change(DescribePremisesPhotoDocument, {
      id,
      alternative: word('alternative'),
      credit: word('credit') || null,
    });
    return refusalOf(describePremisesPhoto) ?? { done: 'described' as const };
  },
  place: async (event: RequestEvent) => {
    const { gateway, id, word } = await asked(event);
    const place = Number.parseInt(word('place'), 10) || 0;
    const { placePremisesPhoto } = await gateway.change(PlacePremisesPhotoDocument, { id, place });
    return refusalOf(placePremisesPhoto) ?? { done: 'moved' as const };
  },
  remove: async (event: RequestEvent) => {
    const { gateway, id } = await asked(event);
    const { removePremisesPhoto } = await gateway.change(RemovePremisesPhotoDocument, { id });
    return refusalOf(removePremisesPhoto) ?? { done: 'removed' as const };
  },
};
