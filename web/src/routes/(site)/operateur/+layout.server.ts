import { privatePage } from '#lib/server/cache.ts';
import { operatorOf } from '#lib/server/operator.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  event.setHeaders(privatePage);
  const { email } = await operatorOf(event);
  return { operator: email };
};
