import { Resvg } from '@resvg/resvg-js';
import { qrSvg } from '#lib/promotion/qr-code.ts';
import { routes } from '#lib/routes.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberOf } from '#lib/server/member.ts';
import type { RequestHandler } from './$types';

/** The code of a short address to print: svg at any size, png at 1,200 pixels. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const [, code, format] = /^([a-z0-9-]{2,40})\.(svg|png)$/.exec(event.params.file) ?? [];
  if (!code) {
    return notFound();
  }
  const svg = qrSvg(event.url.origin + routes.promotionLink(code));
  const body = format === 'svg' ? svg : new Uint8Array(new Resvg(svg).render().asPng());
  return new Response(body, {
    headers: {
      'content-type': format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
      'cache-control': 'private, max-age=3600',
    },
  });
};
