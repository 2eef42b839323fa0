import { preparePhoto } from '@ancrage/pictures/prepare';
import { readSentPhoto } from '@ancrage/pictures/receive';
import { PRIVATE_PHOTO, PUBLIC_PHOTO, sendPhoto } from '@ancrage/pictures/send';
import { BadInputError, CodedError, NotFoundError } from '@ancrage/subgraph/errors';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { WRITERS } from '@ancrage/subgraph/policies';
import { addPhoto, findPremises } from './photo.change.js';
import { cleanedWords, type PhotoRefusal, photoProblem, wordsRefusals } from './photo.problems.js';
import { type PhotoSize, selectPicture } from './photo.queries.js';

/** Photographs of premises, in and out. What is public goes by the policies of a visitor, whoever asks. */
export const PHOTO_ROUTES: readonly FileRoute[] = [
  { method: 'POST', path: '/files/premises/:id/photos', handle: receivePhoto },
  { method: 'GET', path: '/files/public/photos/:id/:size(large|small).webp', handle: sendTo(PUBLIC_PHOTO) },
  { method: 'GET', path: '/files/photos/:id/:size(large|small).webp', handle: sendTo(PRIVATE_PHOTO) },
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
  return async (exchange: FileExchange): Promise<void> => {
    const { id = '', size } = exchange.parameters;
    const picture = await selectPicture(exchange.context, id, size as PhotoSize);
    if (!picture) throw new NotFoundError("Cette photo n'existe pas.");
    sendPhoto(exchange, picture, caching);
  };
}
