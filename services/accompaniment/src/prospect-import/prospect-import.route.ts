import { receiveList } from '@ancrage/sheets/receive';
import type { FileExchange, FileRoute } from '@ancrage/subgraph/files';
import { WRITERS } from '@ancrage/subgraph/policies';
import { LISTS } from './prospect-import.queries.js';

/** Households are taken in one by one, in one transaction. */
const MOST_HOUSEHOLDS = 500;

/** Takes a form with `file`, a list of households as CSV or as an Excel workbook. Answers 201 with the id of the import. */
export const PROSPECT_IMPORT_ROUTE: FileRoute = {
  method: 'POST',
  path: '/files/accompaniment/prospects/imports',
  async handle(exchange: FileExchange): Promise<void> {
    const { context, response } = exchange;
    context.requireRole(...WRITERS);
    const id = await LISTS.keep(context, await receiveList(exchange, MOST_HOUSEHOLDS));
    response
      .writeHead(201, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ id }));
  },
};
