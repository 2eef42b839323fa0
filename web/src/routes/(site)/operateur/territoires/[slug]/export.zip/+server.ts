import { Readable } from 'node:stream';
import { archive } from '@ancrage/tenant/archive';
import { OperatedTerritoryDocument } from '#lib/graphql/generated/graphql.ts';
import { notFound } from '#lib/server/failures.ts';
import { membersOf } from '#lib/server/identity.ts';
import { framesOf, operatorGateway, wholeOf } from '#lib/server/operator.ts';
import type { RequestHandler } from './$types';

/** The whole territory as one ZIP, put together while it leaves. */
export const GET: RequestHandler = async (event) => {
  const { slug } = event.params;
  const { operatedTerritory } = await (await operatorGateway(event, slug)).ask(OperatedTerritoryDocument, {});
  const territory = operatedTerritory ?? notFound();
  const parts = ['territory', 'directory', 'accompaniment'].map((service) => ({
    service,
    open: () => wholeOf(event, slug, service),
  }));
  const members = { service: 'identity', open: async () => framesOf(await membersOf(event, territory.id)) };
  const { id, name } = territory;
  const body = archive({ id, slug, name }, [...parts, members]);
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${slug}.zip"`,
      'cache-control': 'private, no-store',
    },
  });
};
