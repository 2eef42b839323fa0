import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { CodedError, NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { type FileExchange, type FileRoute, FileTooLargeError } from '@ancrage/subgraph/files';
import { isUuid } from '@ancrage/subgraph/pagination';
import { STAFF, WRITERS } from '@ancrage/subgraph/policies';
import { PRESS_DOCUMENT } from './press-document.kept.js';
import { type PressType, pressFileName, pressTypeOf } from './press-document-type.js';

const MAXIMUM_BYTES = 10_000_000;
/** Room for the other fields of the form. */
const FORM_BYTES = 30_000;

const WORDS = {
  FORM: { fr: 'Choisissez un fichier.', en: 'Choose a file.' },
  KIND: {
    fr: 'Ce fichier n’est ni un PDF, ni une image JPEG ou PNG.',
    en: 'This file is neither a PDF nor a JPEG or PNG picture.',
  },
  TITLE: {
    fr: 'Donnez un titre, 120 caractères au plus.',
    en: 'Give a title, 120 characters at most.',
  },
  FULL: { fr: 'Au plus 100 documents.', en: 'At most 100 documents.' },
};

/** The press kit's files: in from agents, out to everybody once they are shown, and to members before. */
export const PRESS_ROUTES: readonly FileRoute[] = [
  { method: 'POST', path: '/files/accompaniment/press', handle: receive },
  {
    method: 'GET',
    path: '/files/public/accompaniment/press/:id',
    handle: (exchange) => send(exchange, 'public, no-cache'),
  },
  {
    method: 'GET',
    path: '/files/accompaniment/press/:id',
    handle: (exchange) => {
      exchange.context.requireRole(...STAFF);
      return send(exchange, 'private, no-store');
    },
  },
];

/** Takes a form with `file`, `title`, `summary` and `datedOn`. It is shown to nobody until somebody says so. */
async function receive({ context, request, response, body }: FileExchange): Promise<void> {
  context.requireRole(...WRITERS);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw refused(context, 'FORM');
  const sent = await buffer(body(MAXIMUM_BYTES + FORM_BYTES));
  const form = await new Response(sent, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get('file');
  if (!form || !(file instanceof File) || file.size === 0) throw refused(context, 'FORM');
  if (file.size > MAXIMUM_BYTES) throw new FileTooLargeError(MAXIMUM_BYTES);
  const bytes = Buffer.from(await file.arrayBuffer());
  const kind = pressTypeOf(bytes);
  if (!kind) throw refused(context, 'KIND');
  const id = await keep(context, form, { bytes, kind, name: cleanLine(file.name) });
  response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ id }));
}

async function keep(
  context: SubgraphContext,
  form: FormData,
  { bytes, kind, name }: { bytes: Buffer; kind: PressType; name: string },
): Promise<string> {
  const text = (field: string) => String(form.get(field) ?? '').slice(0, 5000);
  const dated = new Date(`${text('datedOn')}T00:00:00Z`);
  const problems = new Problems(context.origin.locale);
  const values = PRESS_DOCUMENT.values(
    {
      title: text('title'),
      summary: text('summary'),
      datedOn: Number.isNaN(dated.getTime()) ? new Date() : dated,
      shown: false,
    },
    problems,
  );
  if (problems.list.length > 0) throw refused(context, 'TITLE');
  const id = randomUUID();
  const kept = await context.write(async (connection) => {
    const { rowCount } = await connection.query(
      `insert into press_document (id, territory_id, title, summary, dated_on, shown, file_name, media_type, content)
       select $1, $2::uuid, $3, $4, $5::date, $6::boolean, $7, $8, $9::bytea
        where (select count(*) from press_document where territory_id = $2) < ${PRESS_DOCUMENT.most}`,
      [id, context.requireTerritory(), ...values, pressFileName(name, kind), kind.mediaType, bytes],
    );
    return rowCount === 1;
  });
  if (!kept) throw refused(context, 'FULL');
  return id;
}

async function send({ context, parameters, response }: FileExchange, cache: string): Promise<void> {
  const id = parameters['id'] ?? '';
  const [document] = isUuid(id)
    ? await context.read<{ name: string; type: string; content: Buffer }>({
        name: 'press document',
        text: `select file_name as name, media_type as type, content from press_document
          where territory_id = $1 and id = $2`,
        values: [context.requireTerritory(), id],
      })
    : [];
  if (!document) throw new NotFoundError('Ce document n’existe pas.');
  response
    .writeHead(200, {
      'content-type': document.type,
      'content-length': document.content.length,
      'content-disposition': `attachment; filename="${document.name}"`,
      'cache-control': cache,
      // A document is read for itself: nothing in it may act as a page of the site.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    .end(document.content);
}

const refused = ({ origin }: SubgraphContext, problem: keyof typeof WORDS): CodedError =>
  new CodedError('BAD_INPUT', WORDS[problem][origin.locale === 'en' ? 'en' : 'fr'], {
    problem,
    field: problem === 'TITLE' ? 'title' : 'file',
  });
