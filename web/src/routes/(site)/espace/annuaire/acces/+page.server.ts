import { AccessRecordsDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { accessShape, accessVariables } from './access-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).administers) {
    return forbidden();
  }
  const view = parseList(accessShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const { accessRecords } = await gateway.ask(AccessRecordsDocument, {
    ...accessVariables(view),
    first: pageLength,
    after: view.after,
  });
  return { view, records: accessRecords };
};
