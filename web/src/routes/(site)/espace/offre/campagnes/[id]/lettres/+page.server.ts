import { CampaignDocument } from '#lib/graphql/generated/graphql.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { squareOf } from '#lib/server/square.ts';
import { invitedCommunes } from '../campaign-actions.server.ts';
import type { PageServerLoad } from './$types';

/** One letter a commune that has not answered: its own link, in full and as a square to scan. */
export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  if (!/^[0-9a-f-]{36}$/.test(event.params.id)) {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const [{ verificationCampaign: campaign }, invited] = await Promise.all([
    gateway.ask(CampaignDocument, { id: event.params.id, first: 1, after: null, search: null, state: null }),
    invitedCommunes(gateway, event.params.id),
  ]);
  if (campaign?.status !== 'OPEN') {
    return notFound();
  }
  const letters = invited.flatMap(({ id, commune, link, answeredAt }) => {
    const address = link && event.url.origin + localizeHref(link);
    return address && !answeredAt
      ? [{ id, name: commune.name, link: address, square: squareOf(address) }]
      : [];
  });
  return { campaign, letters };
};
