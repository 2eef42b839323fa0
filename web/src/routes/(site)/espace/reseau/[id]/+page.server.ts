import {
  NetworkConsentWordsDocument,
  NetworkFormChoicesDocument,
  OneNetworkRecordDocument,
} from '#lib/graphql/generated/graphql.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { valuesOf } from '../actor.form.ts';
import type { Actions, PageServerLoad } from './$types';
import { recordActions } from './record.actions.server.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ territory }, { networkRecord: record }] = await Promise.all([
    gateway.ask(NetworkFormChoicesDocument, {}),
    gateway.ask(OneNetworkRecordDocument, { id: event.params.id }),
  ]);
  if (!record) {
    return notFound();
  }
  const { networkConsent } = await gateway.ask(NetworkConsentWordsDocument, { kind: record.actor.kind });
  return {
    record,
    consent: networkConsent,
    values: valuesOf(record),
    communes: territory?.communes ?? [],
    /** An offer or a contact whose removal is to be confirmed; it is asked in the address, so without JavaScript too. */
    removing: event.url.searchParams.get('retirer'),
    today: new Date().toISOString().slice(0, 10),
  };
};

export const actions: Actions = recordActions;
