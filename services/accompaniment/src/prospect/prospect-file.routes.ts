import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { lockProspect } from './change-prospect.js';
import {
  type KeptDocument,
  receiveDocument,
  refusedDocument,
  type SentDocument,
  sendDocument,
} from './document-exchange.js';
import { keepDocument } from './keep-document.js';
import { FILES_PATH } from './prospect-file.address.js';

const MOST_FILES = 40;

/** Documents kept with households: taken in with a form, given out to be saved. Agents only. */
export const PROSPECT_FILE_ROUTES: readonly FileRoute[] = [
  { method: 'POST', path: FILES_PATH, handle: receive },
  { method: 'GET', path: `${FILES_PATH}/:file`, handle: send },
];

/** Takes a form with `file`; `step` and `document` when a step asks for it, `shared` when the household reads it too. Answers 201 with its id, or 422 whose `problem` says why not. */
async function receive(exchange: FileExchange): Promise<void> {
  exchange.context.requireRole(...WRITERS);
  const id = await keep(exchange, exchange.parameters['prospect'] ?? '', await receiveDocument(exchange));
  exchange.response
    .writeHead(201, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ id }));
}

async function keep({ context }: FileExchange, prospectId: string, document: SentDocument): Promise<string> {
  const { scope } = context;
  return context.write(async (connection) => {
    await lockProspect(connection, scope, prospectId);
    const { rows } = await connection.query<{ count: number }>(
      'select count(*)::int as count from prospect_file where territory_id = $1 and prospect_id = $2',
      [scope.territoryId, prospectId],
    );
    if ((rows[0]?.count ?? 0) >= MOST_FILES) throw refusedDocument(context, 'MANY');
    return keepDocument(connection, scope, prospectId, document, document.form.get('shared') === 'yes');
  });
}

async function send(exchange: FileExchange): Promise<void> {
  const { context, parameters } = exchange;
  context.requireRole(...WRITERS);
  const { prospect = '', file = '' } = parameters;
  const [row] =
    isUuid(prospect) && isUuid(file)
      ? await context.read<KeptDocument>({
          name: 'prospect file',
          text: `select f.name, f.media_type as "mediaType", f.content from prospect_file f
            where f.territory_id = $1 and f.prospect_id = $2 and f.id = $3`,
          values: [context.requireTerritory(), prospect, file],
        })
      : [];
  sendDocument(exchange, row);
}
