import { privatePage } from '#lib/server/cache.ts';
import { memberOf } from '#lib/server/member.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  event.setHeaders(privatePage);
  const { person, role, proposes, decides, administers } = await memberOf(event);
  return {
    member: { name: person.name || person.email, email: person.email, role, proposes, decides, administers },
  };
};
