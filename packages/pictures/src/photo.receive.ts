import { buffer } from 'node:stream/consumers';
import { type FileExchange, FileTooLargeError } from '@ancrage/subgraph/files';
import { MAXIMUM_PHOTO_BYTES } from './photo.prepare.js';

/** Room for the words of the form and what separates its parts. */
const FORM_BYTES = 20_000;

export interface SentPhoto {
  photo: Buffer;
  alternative: string;
  credit: string;
}

/** The fields of a form with a photograph, held in memory: it is bounded. Null when it is no such form. */
export async function readSentPhoto(
  request: FileExchange['request'],
  body: FileExchange['body'],
): Promise<SentPhoto | null> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return null;
  const bytes = await buffer(body(MAXIMUM_PHOTO_BYTES + FORM_BYTES));
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  const photo = form?.get('photo');
  if (!form || !(photo instanceof File)) return null;
  if (photo.size > MAXIMUM_PHOTO_BYTES) throw new FileTooLargeError(MAXIMUM_PHOTO_BYTES);
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    photo: Buffer.from(await photo.arrayBuffer()),
    alternative: word('alternative'),
    credit: word('credit'),
  };
}
