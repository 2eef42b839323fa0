import { buffer } from 'node:stream/consumers';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { CodedError } from '@ancrage/subgraph/errors';
import { type FileExchange, FileTooLargeError } from '@ancrage/subgraph/files';
import { MOST_ROWS, type ReadList, readList, UnreadableList } from './read-list.js';
import type { ListProblem } from './read-workbook.js';

const MAXIMUM_BYTES = 5_000_000;
/** Room for what separates the parts of a form. */
const FORM_BYTES = 20_000;

const WORDS: Record<ListProblem | 'FORM', { fr: string; en: string }> = {
  FORM: { fr: 'Choisissez un fichier.', en: 'Choose a file.' },
  KIND: {
    fr: 'Ce fichier n’est ni un tableau CSV ni un classeur Excel (.xlsx).',
    en: 'This file is neither a CSV table nor an Excel workbook (.xlsx).',
  },
  EMPTY: {
    fr: 'Ce tableau n’a aucune ligne sous son en-tête.',
    en: 'This table has no row under its header.',
  },
  ROWS: { fr: 'Trop de lignes à la fois : coupez la liste.', en: 'Too many rows at once: cut the list.' },
  COLUMNS: { fr: 'Au plus 60 colonnes.', en: 'At most 60 columns.' },
  BROKEN: {
    fr: 'Ce classeur est abîmé : enregistrez-le de nouveau.',
    en: 'This workbook is broken: save it again.',
  },
  SIZE: { fr: 'Ce classeur est trop lourd une fois ouvert.', en: 'This workbook is too large once opened.' },
};

export interface SentList {
  /** As its sender named the file. */
  fileName: string;
  list: ReadList;
}

/**
 * Reads the form of a file route, with a list as `file`: five megabytes and `mostRows` at most. Throws a refusal that
 * says why.
 */
export async function receiveList(
  { context, request, body }: FileExchange,
  mostRows = MOST_ROWS,
): Promise<SentList> {
  const { bytes, fileName } = await readSentFile(context, request.headers['content-type'] ?? '', body);
  try {
    return { fileName, list: await readList(bytes, mostRows) };
  } catch (error) {
    throw error instanceof UnreadableList ? refused(context, error.problem) : error;
  }
}

async function readSentFile(context: SubgraphContext, type: string, body: FileExchange['body']) {
  if (!type.startsWith('multipart/form-data')) throw refused(context, 'FORM');
  const sent = await buffer(body(MAXIMUM_BYTES + FORM_BYTES));
  const form = await new Response(sent, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get('file');
  if (!(file instanceof File) || file.size === 0) throw refused(context, 'FORM');
  if (file.size > MAXIMUM_BYTES) throw new FileTooLargeError(MAXIMUM_BYTES);
  return {
    bytes: Buffer.from(await file.arrayBuffer()),
    fileName: cleanLine(file.name).slice(0, 200) || 'liste',
  };
}

function refused({ origin }: SubgraphContext, problem: ListProblem | 'FORM'): CodedError {
  return new CodedError('BAD_INPUT', WORDS[problem][origin.locale === 'en' ? 'en' : 'fr'], {
    problem,
    field: 'file',
  });
}
