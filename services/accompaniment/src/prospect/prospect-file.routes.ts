import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { CodedError, NotFoundError } from '@ancrage/subgraph/errors';
import { type FileExchange, type FileRoute, FileTooLargeError } from '@ancrage/subgraph/files';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { lockProspect } from './change-prospect.js';
import { type FileKind, type FileProblem, fileKind } from './file-kind.js';
import { FILE_WORDS } from './file-words.js';
import { FILES_PATH } from './prospect-file.address.js';
import { recordProspectEvent } from './record-prospect-event.js';

const MAXIMUM_BYTES = 5_000_000;
/** Room for what separates the parts of a form. */
const FORM_BYTES = 20_000;
const MOST_FILES = 40;
type Problem = FileProblem | 'FORM' | 'MANY';

/** Documents kept with households: taken in with a form, given out to be saved. Agents only. */
export const PROSPECT_FILE_ROUTES: readonly FileRoute[] = [
  { method: 'POST', path: FILES_PATH, handle: receive },
  { method: 'GET', path: `${FILES_PATH}/:file`, handle: send },
];

/** Takes a form with `file`. Answers 201 with its id, or 422 whose `problem` says why not. */
async function receive({ context, request, response, body, parameters }: FileExchange): Promise<void> {
  context.requireRole(...WRITERS);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw refused(context, 'FORM');
  const sent = await buffer(body(MAXIMUM_BYTES + FORM_BYTES));
  const form = await new Response(sent, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File) || file.name === '') throw refused(context, 'FORM');
  if (file.size > MAXIMUM_BYTES) throw new FileTooLargeError(MAXIMUM_BYTES);
  const bytes = Buffer.from(await file.arrayBuffer());
  const kind = fileKind(bytes, file.name);
  if (!kind.includes('/')) throw refused(context, kind as FileProblem);
  const id = await keep(context, parameters['prospect'] ?? '', nameOf(file.name), kind as FileKind, bytes);
  response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ id }));
}

/** The name without its path, short enough, its ending kept. */
function nameOf(name: string): string {
  const line = cleanLine(name.replace(/^.*[\\/]/, '').replace(/["<>:|?*]/g, ' '));
  const dot = line.lastIndexOf('.');
  return `${line.slice(0, Math.min(dot, 110)).trim() || 'document'}${line.slice(dot)}`;
}

async function keep(
  context: SubgraphContext,
  prospectId: string,
  name: string,
  kind: FileKind,
  bytes: Buffer,
): Promise<string> {
  const { scope } = context;
  return context.write(async (connection) => {
    await lockProspect(connection, scope, prospectId);
    const { rows } = await connection.query<{ count: number }>(
      'select count(*)::int as count from prospect_file where territory_id = $1 and prospect_id = $2',
      [scope.territoryId, prospectId],
    );
    if ((rows[0]?.count ?? 0) >= MOST_FILES) throw refused(context, 'MANY');
    const id = randomUUID();
    await connection.query(
      `insert into prospect_file (id, territory_id, prospect_id, name, media_type, content, added_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, scope.territoryId, prospectId, name, kind, bytes, scope.userId],
    );
    await recordProspectEvent(connection, scope, prospectId, 'FILE_ADDED', { detail: { file: name } });
    return id;
  });
}

/** Gives a document to be saved: whatever is in it, the browser neither shows it as a page of the site nor guesses. */
async function send({ context, request, response, parameters }: FileExchange): Promise<void> {
  context.requireRole(...WRITERS);
  const { prospect = '', file = '' } = parameters;
  if (!isUuid(prospect) || !isUuid(file)) throw gone();
  const [row] = await context.read<{ name: string; mediaType: string; content: Buffer }>({
    name: 'prospect file',
    text: `select f.name, f.media_type as "mediaType", f.content from prospect_file f
      where f.territory_id = $1 and f.prospect_id = $2 and f.id = $3`,
    values: [context.requireTerritory(), prospect, file],
  });
  if (!row) throw gone();
  const plain = row.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  response.writeHead(200, {
    'content-type': row.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : row.mediaType,
    'content-length': row.content.length,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : row.content);
}

const gone = () => new NotFoundError('Ce document n’est plus là.');

function refused({ origin }: SubgraphContext, problem: Problem): CodedError {
  const words = FILE_WORDS[problem][origin.locale === 'en' ? 'en' : 'fr'];
  return new CodedError('BAD_INPUT', words, { problem, field: 'file' });
}
