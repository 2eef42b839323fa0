import { NotFoundError } from '@ancrage/subgraph/errors';
import type { FileRoute } from '@ancrage/subgraph/files';
import { STAFF } from '@ancrage/subgraph/policies';
import Papa from 'papaparse';
import { isUuid } from '../../premises/premises.queries.js';
import { rejectionText } from '../words/rejection-words.js';

const HEADERS = {
  fr: ['ligne', 'code', 'raison'],
  en: ['line', 'code', 'reason'],
};
/** Spreadsheets take a file for UTF-8 by it. */
const MARK = '\u{FEFF}';

/** The rejected rows of a run as a spreadsheet reads them: semicolons in French, and nothing that runs as a formula. */
export const errorsRoute: FileRoute = {
  method: 'GET',
  path: '/files/imports/:id/:name(erreurs|errors).csv',
  async handle({ context, parameters, response }) {
    context.requireRole(...STAFF);
    const { id = '', name } = parameters;
    const [run] = isUuid(id)
      ? await context.read<{ dataset: string; errors: string | null }>({
          text: 'select dataset, errors from import_run where territory_id = $1 and id = $2',
          values: [context.requireTerritory(), id],
        })
      : [];
    if (!run?.errors) throw new NotFoundError("Cet import n'a pas de lignes rejetées.");
    const locale = name === 'errors' ? 'en' : 'fr';
    const [, ...rows] = Papa.parse<string[]>(run.errors.trimEnd()).data;
    const told = rows.map(([line = '', code = '', reason = '']) => [
      line,
      code,
      rejectionText(unescaped(reason), locale),
    ]);
    const text = Papa.unparse([HEADERS[locale], ...told], {
      delimiter: locale === 'fr' ? ';' : ',',
      escapeFormulae: true,
    });
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${run.dataset}-${name}.csv"`,
      'cache-control': 'private, no-store',
    });
    response.end(MARK + text);
  },
};

/** The command's own file escapes formulas too; once is enough. */
const unescaped = (reason: string) => (/^'[=+\-@\t\r]/.test(reason) ? reason.slice(1) : reason);
