import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { peoplePage, publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { headerOf, type OfferCopy, offerCopy } from '#lib/server/open-data/copy.ts';
import { datasets } from '#lib/server/open-data/datasets.ts';
import { type FileName, parseFileName } from '#lib/server/open-data/file-name.ts';
import { formats } from '#lib/server/open-data/formats.ts';
import { selectionOf } from '#lib/server/open-data/selection.ts';
import { bodyOf, mayBegin } from '#lib/server/open-data/sending.ts';
import { csvMetadata, writeCsv, writeGeoJson, writeJson } from '#lib/server/open-data/writers.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** A file of open data: the rows of a dataset for the communes that the parameters of the map select. */
export const GET: RequestHandler = async (event) => {
  const { locals, url, request } = event;
  const { name } = tenantIn(locals);
  const file = parseFileName(event.params.file) ?? notFound();
  const copy = await offerCopy(locals.gateway);
  const headers = headersOf(event, file, copy);
  if (headers.etag && request.headers.get('if-none-match')?.includes(headers.etag)) {
    return new Response(null, { status: 304, headers });
  }
  if (!mayBegin()) {
    error(503, { message: 'Too many files are being made', code: 'UNAVAILABLE' });
  }
  const dataset = datasets[file.dataset];
  const selection = await selectionOf(locals.gateway, url.searchParams);
  const header = headerOf(dataset, copy, selection, { name, origin: url.origin });
  if (file.format === 'csv-metadata') {
    return new Response(csvMetadata(header, dataset.columns, `${file.dataset}.csv${url.search}`), {
      headers,
    });
  }
  const rows = dataset.rows({ gateway: locals.gateway, selection, origin: url.origin });
  const whole = { header, columns: dataset.columns, rows };
  switch (file.format) {
    case 'csv':
      return new Response(bodyOf(writeCsv(whole, url.searchParams.get('bom') === '1')), { headers });
    case 'geojson':
      return new Response(bodyOf(writeGeoJson(whole)), { headers });
    default:
      return new Response(bodyOf(writeJson(whole)), { headers });
  }
};

/** What a GET would say, without making the file. */
export const HEAD: RequestHandler = async (event) => {
  const file = parseFileName(event.params.file) ?? notFound();
  return new Response(null, { headers: headersOf(event, file, await offerCopy(event.locals.gateway)) });
};

function headersOf({ locals, url }: RequestEvent, { dataset, format }: FileName, copy: OfferCopy) {
  const { slug } = tenantIn(locals);
  const described = format === 'csv-metadata';
  const { media, charset } = described ? { media: 'application/csvm+json', charset: '' } : formats[format];
  const ending = described ? 'csv-metadata.json' : format;
  const link = `<${dataset}.csv-metadata.json${url.search}>; rel="describedby"; type="application/csvm+json"`;
  return {
    'content-type': media + charset,
    'content-disposition': `attachment; filename="${slug}-${dataset}.${ending}"`,
    // Weak: the same rows, whatever the compression. The offer's version says nothing of people.
    ...(!datasets[dataset].people && {
      etag: `W/"${digest(`${copy.offerVersion} ${url.pathname} ${url.search}`)}"`,
    }),
    'access-control-allow-origin': '*',
    ...(format === 'csv' && { link }),
    ...(datasets[dataset].people ? peoplePage : publicPage),
  };
}

const digest = (words: string) => createHash('sha256').update(words).digest('base64url').slice(0, 22);
