import { MobilisationDocument, type MobilisationQuery } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { scaleLabel } from '#lib/network/network-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { reasonsOf } from '../../network-row.ts';
import { mobilisationOf } from '../mobilisation.ts';
import type { RequestHandler } from './$types';

type Entry = MobilisationQuery['networkMobilisation'][number];

/** The list to call by, as a file: a line a contact, in the order to call in. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const asked = mobilisationOf(event.url.searchParams);
  const { networkMobilisation } = await (await memberGateway(event)).ask(MobilisationDocument, asked);
  return exportResponse(format, {
    fileName: `mobiliser-${asked.step.toLowerCase()}-${tenantIn(event.locals).slug}`,
    head: [
      m.network_column_rank(),
      m.network_column_name(),
      m.network_column_scale(),
      m.network_column_commune(),
      m.network_column_offer(),
      m.network_column_why(),
      m.network_contact_name(),
      m.network_contact_role(),
      m.network_contact_phone(),
      m.network_contact_email(),
    ],
    pages: pagesOf(networkMobilisation),
  });
};

async function* pagesOf(entries: readonly Entry[]): AsyncGenerator<Cell[][]> {
  yield entries.flatMap((entry, index) => {
    const { actor, contacts } = entry.record;
    const own: Cell[] = [
      index + 1,
      actor.name,
      scaleLabel(actor.scale),
      actor.commune?.name ?? null,
      entry.offers.map(({ what }) => what).join(' ; '),
      reasonsOf(entry).join(' ; '),
    ];
    return contacts.length > 0
      ? contacts.map(({ name, role, phone, email }): Cell[] => [...own, name, role, phone, email])
      : [[...own, null, null, null, null]];
  });
}
