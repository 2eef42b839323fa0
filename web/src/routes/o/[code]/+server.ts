import { FollowPromotionLinkDocument } from '#lib/graphql/generated/graphql.ts';
import { carried, originOf, originParameter } from '#lib/origin/origin.ts';
import { routes } from '#lib/routes.ts';
import { notFound } from '#lib/server/failures.ts';
import { isRobot } from '#lib/server/robots.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

/**
 * Leads on from a poster or a post, the code in the address. That it was followed is counted; nothing of who did is
 * kept, and nothing is left in their browser. A code that nobody knows still leads to the site.
 */
export const GET: RequestHandler = async (event) => {
  if (!event.locals.tenant) {
    return notFound();
  }
  const at = new URL(`${event.url.origin}?${originParameter}=${event.params.code.toLowerCase()}`);
  const code = originOf(at);
  const counted = event.request.method === 'GET' && !isRobot(event.request.headers);
  const target = code
    ? (await visitorGateway(event).change(FollowPromotionLinkDocument, { code, counted })).followPromotionLink
    : null;
  return new Response(null, {
    status: 302,
    headers: {
      location: target ? carried(target, at) : routes.home(),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
};
