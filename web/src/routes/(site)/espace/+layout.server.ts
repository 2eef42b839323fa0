import { privatePage } from '#lib/server/cache.ts';
import { memberOf } from '#lib/server/member.ts';
import { OWNER_HEADER, ownerOf } from '#lib/server/offline.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  event.setHeaders(privatePage);
  const { person, role, proposes, decides, administers } = await memberOf(event);
  const owner = await ownerOf(event);
  event.setHeaders({ [OWNER_HEADER]: owner });
  return {
    /** For whom pages and records are kept on a phone. */
    owner,
    member: { name: person.name || person.email, email: person.email, role, proposes, decides, administers },
  };
};
