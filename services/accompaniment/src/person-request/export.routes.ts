import { pipeline } from 'node:stream/promises';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { WRITERS } from '@ancrage/subgraph/policies';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { type ArchivedFile, zipOf } from '@ancrage/tenant/zip-of';
import type { HouseholdLinks } from '../household/household-links.js';
import { type ExportedFile, withFilesApart } from './export-files.js';
import { latestOwnExport } from './own-export.queries.js';
import { type ExportedPerson, selectExport } from './person-request.queries.js';
import { readableExport } from './readable-export.js';

const NAME = 'donnees-personnelles.zip';

/** What exports found, whole: a page to read, the data for machines, the files. */
export const exportRoutes = (links: HouseholdLinks): FileRoute[] => [
  {
    method: 'GET',
    path: `/files/accompaniment/person-requests/:id/${NAME}`,
    async handle(exchange) {
      exchange.context.requireRole(...WRITERS);
      await send(exchange, exchange.context, exchange.parameters['id'] ?? '');
    },
  },
  {
    method: 'GET',
    path: `/files/accompaniment/project/:token/${NAME}`,
    async handle(exchange) {
      const id = await latestOwnExport(exchange.context, links, exchange.parameters['token'] ?? '');
      await send(exchange, asTerritory(exchange.context), id ?? '');
    },
  },
];

async function send({ context, request, response }: FileExchange, reader: SubgraphContext, id: string) {
  const found = await selectExport(reader, id);
  if (!found) throw new NotFoundError('Cet export n’est plus là.');
  response.writeHead(200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${NAME}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(zipOf(filesOf(reader, found, context.origin.locale)), response);
}

function filesOf(reader: SubgraphContext, found: ExportedPerson, locale: string): ArchivedFile[] {
  const { data, files } = withFilesApart(found.services);
  const whole = { ...found, services: data };
  const text = (path: string, words: string) => ({ path, bytes: async () => Buffer.from(words) });
  return [
    text('lisez-moi.html', readableExport(whole, locale)),
    text('donnees.json', JSON.stringify(whole, null, 2)),
    ...files.map((file) => ({ path: file.path, bytes: () => bytesOf(reader, file) })),
  ];
}

/** Who took a document away since finds it empty: nothing was lost on the way. */
async function bytesOf(reader: SubgraphContext, file: ExportedFile): Promise<Buffer> {
  if ('base64' in file) return Buffer.from(file.base64, 'base64');
  const [row] = await reader.read<{ content: Buffer }>({
    name: 'exported document',
    text: 'select content from prospect_file where territory_id = $1 and id::text = $2',
    values: [reader.requireTerritory(), file.document],
  });
  return row?.content ?? Buffer.alloc(0);
}
