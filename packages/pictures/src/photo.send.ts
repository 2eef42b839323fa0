import { createHash } from 'node:crypto';
import type { FileExchange } from '@ancrage/subgraph/files';

/** The picture of an id never changes. Those in between ask again, so that what is withdrawn leaves them too. */
export const PUBLIC_PHOTO = 'public, max-age=31536000, s-maxage=300, immutable';
/** A picture that may be withdrawn at any time: whoever keeps it asks each time whether it still shows. */
export const WITHDRAWABLE_PHOTO = 'public, no-cache';
export const PRIVATE_PHOTO = 'private, max-age=3600';

/** Answers with a picture as `preparePhoto` made it; not at all when who asks has it already. */
export function sendPhoto(
  { request, response }: Pick<FileExchange, 'request' | 'response'>,
  picture: Buffer,
  caching: string,
): void {
  const etag = `"${createHash('sha256').update(picture).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': caching };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'content-type': 'image/webp', 'content-length': picture.length });
  response.end(request.method === 'HEAD' ? undefined : picture);
}
