import { preparePhoto } from '@ancrage/pictures/prepare';
import { readSentPhoto } from '@ancrage/pictures/receive';
import { sendPhoto } from '@ancrage/pictures/send';
import { PHOTO_WORDS } from '@ancrage/pictures/words';
import { BadInputError, CodedError, NotFoundError, UnauthenticatedError } from '@ancrage/subgraph/errors';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import type { EntryLinks } from './entry-links.js';
import { alternativeOf, keepPhoto } from './entry-photo.js';
import { type EntryOwner, ownerOf } from './entry-session.js';
import { type PhotoSize, selectPhoto } from './photo.route.js';

const SIZED = ':id/:size(large|small).webp';
const OWN = 'private, no-store';

/** Pictures of an entry from its owner, by the session that their link opened, and back to them. */
export const entryPhotoRoutes = (links: EntryLinks): FileRoute[] => [
  {
    method: 'POST',
    path: '/files/directory/entry/photo',
    handle: (exchange) => receive(exchange, links),
  },
  {
    method: 'GET',
    path: `/files/directory/entry/photos/${SIZED}`,
    handle: async (exchange) => {
      const { own } = await owner(exchange, links);
      const { id = '', size } = exchange.parameters;
      const picture = await selectPhoto(own, id, size as PhotoSize);
      if (!picture) throw new NotFoundError('Cette photo n’existe pas.');
      sendPhoto(exchange, picture, OWN);
    },
  },
];

async function owner({ context, request }: FileExchange, links: EntryLinks): Promise<EntryOwner> {
  const session = request.headers['x-entry-session'];
  const found = typeof session === 'string' ? await ownerOf(context, links, session) : null;
  if (!found) throw new UnauthenticatedError();
  return found;
}

/**
 * Takes a form with `photo` and `alternative` into the owner's draft. Answers 201 with the picture's id, or 422 whose
 * `problem` says why not.
 */
async function receive(exchange: FileExchange, links: EntryLinks): Promise<void> {
  const { context, request, response, body } = exchange;
  const locale = context.origin.locale === 'en' ? 'en' : 'fr';
  const holder = await owner(exchange, links);
  const sent = await readSentPhoto(request, body);
  if (!sent) throw new BadInputError('Envoyez un formulaire avec une photo.', 'photo');
  const alternative = alternativeOf(sent.alternative);
  if (!alternative) throw refused('ALTERNATIVE', 'alternative', ALTERNATIVE_WORDS[locale]);
  const picture = await preparePhoto(sent.photo);
  if (typeof picture === 'string') throw refused(picture, 'photo', PHOTO_WORDS[picture][locale]);
  const kept = await keepPhoto(holder, picture, alternative);
  if (!kept) throw new UnauthenticatedError();
  response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(kept));
}

const ALTERNATIVE_WORDS = {
  fr: 'Décrivez ce que montre la photo, en 300 caractères au plus.',
  en: 'Say what the photograph shows, in at most 300 characters.',
};

const refused = (problem: string, field: string, words: string) =>
  new CodedError('BAD_INPUT', words, { problem, field });
