import { createHash } from 'node:crypto';
import { BadInputError, CodedError, NotFoundError } from '@ancrage/subgraph/errors';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { WRITERS } from '@ancrage/subgraph/policies';
import { addPhoto, findPremises } from './photo.change.js';
import { preparePhoto } from './photo.prepare.js';
import { cleanedWords, type PhotoRefusal, photoProblem, wordsRefusals } from './photo.problems.js';
import { type PhotoSize, selectPicture } from './photo.queries.js';
import { readSentPhoto } from './photo.receive.js';

/** The picture of an id never changes. Those in between ask again, so that what is withdrawn leaves them too. */
const FOREVER = 'public, max-age=31536000, s-maxage=300, immutable';
const MEMBERS = 'private, max-age=3600';

/** Photographs of premises, in and out. What is public goes by the policies of a visitor, whoever asks. */
export const PHOTO_ROUTES: readonly FileRoute[] = [
  { method: 'POST', path: '/files/premises/:id/photos', handle: receivePhoto },
  { method: 'GET', path: '/files/public/photos/:id/:size(large|small).webp', handle: sendTo(FOREVER) },
  { method: 'GET', path: '/files/photos/:id/:size(large|small).webp', handle: sendTo(MEMBERS) },
];

/**
 * Takes a form with `photo`, `alternative` and `credit`. Answers 201 with the photograph's id, or 422 whose `problem` is
 * one of the codes of photo.problems.
 */
async function receivePhoto({ context, request, response, parameters, body }: FileExchange): Promise<void> {
  context.requireRole(...WRITERS);
  const { id } = await findPremises(context, parameters['id'] ?? '');
  const sent = await readSentPhoto(request, body);
  if (!sent) throw new BadInputError('Envoyez un formulaire avec une photo.', 'photo');
  const words = cleanedWords(sent.alternative, sent.credit);
  const [refusal] = wordsRefusals(words);
  if (refusal) throw refused(refusal, context.origin.locale);
  const picture = await preparePhoto(sent.photo);
  if (typeof picture === 'string') throw refused(picture, context.origin.locale);
  const added = await addPhoto(context, id, picture, words);
  if (!added) throw refused('TOO_MANY', context.origin.locale);
  response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(added));
}

function refused(problem: PhotoRefusal, locale: string): CodedError {
  const { field, message } = photoProblem(problem, locale);
  return new CodedError('BAD_INPUT', message, { problem, field });
}

function sendTo(caching: string) {
  return async ({ context, request, response, parameters }: FileExchange): Promise<void> => {
    const { id = '', size } = parameters;
    const picture = await selectPicture(context, id, size as PhotoSize);
    if (!picture) throw new NotFoundError("Cette photo n'existe pas.");
    const etag = `"${createHash('sha256').update(picture).digest('base64url').slice(0, 27)}"`;
    const headers = { etag, 'cache-control': caching };
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    response.writeHead(200, {
      ...headers,
      'content-type': 'image/webp',
      'content-length': picture.length,
    });
    response.end(request.method === 'HEAD' ? undefined : picture);
  };
}
