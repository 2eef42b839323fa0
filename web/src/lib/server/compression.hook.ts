import { pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { Handle } from '@sveltejs/kit/hooks';

const compressible = /^(text\/|application\/(json|xml|(ld|geo|csvm)\+json)|image\/svg)/;

/** Pages, data and drawings leave compressed; their entity tag is that of the text before. */
export const compression: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || !compressible.test(type) || response.headers.has('content-encoding')) {
    return response;
  }
  const accepted = event.request.headers.get('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  if (!encoding) {
    return new Response(response.body, { status: response.status, headers });
  }
  headers.set('content-encoding', encoding);
  headers.delete('content-length');
  const packer =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : createGzip({ level: 6 });
  const body = Readable.fromWeb(response.body as import('node:stream/web').ReadableStream);
  // A pipeline, not a pipe: a body that fails must not hang its reader, nor one who leaves keep it in the making.
  pipeline(body, packer, () => {});
  return new Response(Readable.toWeb(packer) as ReadableStream, { status: response.status, headers });
};
