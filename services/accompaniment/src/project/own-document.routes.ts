import { NotFoundError } from '@ancrage/subgraph/errors';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { isUuid } from '@ancrage/subgraph/pagination';
import { asTerritory } from '@ancrage/subgraph/self-service';
import type { HouseholdLinks } from '../household/household-links.js';
import { asHousehold, householdUserId } from '../household/own-household.js';
import {
  type KeptDocument,
  receiveDocument,
  refusedDocument,
  sendDocument,
} from '../prospect/document-exchange.js';
import { keepDocument } from '../prospect/keep-document.js';
import { householdOf } from './project-holder.js';

const PATH = '/files/accompaniment/project/:token/files';
/** What a household may send by itself; members add theirs up to the limit of all. */
const MOST_OWN_FILES = 20;

/** Documents of a household’s own page: sent by whoever holds its link, and had back as far as they are shared. */
export const ownDocumentRoutes = (links: HouseholdLinks): FileRoute[] => [
  { method: 'POST', path: PATH, handle: (exchange) => receive(exchange, links) },
  { method: 'GET', path: `${PATH}/:file`, handle: (exchange) => send(exchange, links) },
];

async function holder({ context, parameters }: FileExchange, links: HouseholdLinks): Promise<string> {
  const prospectId = await householdOf(context, links, parameters['token'] ?? '');
  if (!prospectId) throw new NotFoundError('Ce lien n’ouvre plus de page.');
  return prospectId;
}

/** Takes a form with `file`, and `step` with `document` when it is one that a step asks for. Answers 201 with its id. */
async function receive(exchange: FileExchange, links: HouseholdLinks): Promise<void> {
  const prospectId = await holder(exchange, links);
  const document = await receiveDocument(exchange);
  const { context } = exchange;
  const territory = asTerritory(context);
  const scope = { ...territory.scope, userId: householdUserId(prospectId) };
  const id = await territory.write(async (connection) => {
    await connection.query('select 1 from prospect where id = $1 for update', [prospectId]);
    const { rows } = await connection.query<{ count: number }>(
      'select count(*)::int as count from prospect_file where prospect_id = $1 and added_by = $2',
      [prospectId, scope.userId],
    );
    if ((rows[0]?.count ?? 0) >= MOST_OWN_FILES) throw refusedDocument(context, 'MANY');
    return keepDocument(connection, scope, prospectId, document, true);
  });
  exchange.response
    .writeHead(201, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ id }));
}

async function send(exchange: FileExchange, links: HouseholdLinks): Promise<void> {
  const prospectId = await holder(exchange, links);
  const { file = '' } = exchange.parameters;
  const [row] = isUuid(file)
    ? await asHousehold(exchange.context, prospectId).read<KeptDocument>({
        name: 'own document',
        text: `select name, media_type as "mediaType", content from prospect_file
          where prospect_id = $1 and id = $2 and shared`,
        values: [prospectId, file],
      })
    : [];
  sendDocument(exchange, row);
}
