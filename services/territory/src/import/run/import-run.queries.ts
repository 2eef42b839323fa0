import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { facilityTypeOf } from '../../facility/facility-types.js';
import { isUuid } from '../../premises/premises.queries.js';
import type { Change, Dataset } from '../dataset.js';
import { DATASETS } from '../datasets/index.js';
import type { ImportRun } from '../import-run.entity.js';
import { kindText, refusalWords } from '../words/refusal-words.js';
import { rejectionText } from '../words/rejection-words.js';
import type { Locale } from '../words/sentence.js';
import { mayImport } from './import-request.js';
import type {
  ImportChange,
  ImportDataset,
  ImportRunConnection,
  ImportRunFilter,
  ImportRunNode,
} from './import-run.types.js';

const COLUMNS = `id, dataset, file_name as "fileName", url, file_size as "fileSize", vintage, status, dry_run as "dryRun",
  cancel_asked as "cancelAsked", progress, counts, changes, found, problem, examples, errors is not null as "hasErrors",
  asked_by as "askedBy", created_at as "createdAt", ended_at as "endedAt"`;

type RunRow = Omit<ImportRun, 'errors' | 'holder' | 'territoryId'> & { hasErrors: boolean };

/** A page of the territory's imports, latest first. */
export async function selectRuns(
  context: SubgraphContext,
  {
    filter,
    first,
    after,
  }: { filter?: ImportRunFilter | undefined; first: number; after?: string | undefined },
): Promise<ImportRunConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const conditions = ['territory_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(filter?.status?.length ? filter.status : null, (p) => `status::text = any(${p})`);
  add(filter?.dataset, (p) => `dataset = ${p}`);
  const search = filter?.search?.trim();
  add(search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null, (p) => `file_name ilike ${p}`);
  const counted = {
    text: `select count(*)::int as total from import_run where ${conditions.join(' and ')}`,
    values: [...values],
  };
  if (after)
    add(cursorId(after), (p) => `(created_at, id) < (select created_at, id from import_run where id = ${p})`);
  values.push(first + 1);
  const [rows, [count]] = await Promise.all([
    context.read<RunRow>({
      text: `select ${COLUMNS} from import_run where ${conditions.join(' and ')}
        order by created_at desc, id desc limit $${values.length}`,
      values,
    }),
    context.read<{ total: number }>(counted),
  ]);
  const { nodes, pageInfo } = toPage(rows, first, ({ id }) => encodeCursor([id]));
  return { totalCount: count?.total ?? 0, nodes: nodes.map((row) => toNode(row, context)), pageInfo };
}

function cursorId(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}

/** One import of the territory; null when there is none of that id. */
export async function selectRun(context: SubgraphContext, id: string): Promise<ImportRunNode | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<RunRow>({
    name: 'import run',
    text: `select ${COLUMNS} from import_run where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toNode(row, context) : null;
}

function toNode(row: RunRow, context: SubgraphContext): ImportRunNode {
  const locale: Locale = context.origin.locale === 'en' ? 'en' : 'fr';
  const { found, problem, fileSize, examples, changes, askedBy, cancelAsked, hasErrors, ...rest } = row;
  return {
    ...rest,
    url: row.url ?? null,
    progress: row.progress ?? null,
    counts: row.counts ?? null,
    endedAt: row.endedAt ?? null,
    dataset: toDataset(DATASETS.find(({ name }) => name === row.dataset) ?? row.dataset, context),
    fileSize: fileSize ? Number(fileSize) : null,
    cancelling: cancelAsked && row.endedAt === null,
    changes: byFamily(changes ?? []),
    found: found ? kindText(found.layout, locale) : null,
    vintage: found?.vintage ?? row.vintage ?? null,
    problem: problem ? toProblem(problem, locale, context) : null,
    rejectedRows: (examples ?? [])
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, code, reason }) => ({
        line,
        code,
        reason: rejectionText(reason, locale),
      })),
    errorsUrl: hasErrors ? `/files/imports/${row.id}/${locale === 'fr' ? 'erreurs' : 'errors'}.csv` : null,
    mine: askedBy === context.scope.userId,
  };
}

function toProblem(said: string, locale: Locale, context: SubgraphContext): ImportRunNode['problem'] {
  const { code, message, dataset } = refusalWords(said, locale);
  const other = DATASETS.find(({ name }) => name === dataset);
  return { code, message, dataset: other ? toDataset(other, context) : null };
}

/** A dataset as the viewer may know it; by its name alone when it is no longer imported. */
export function toDataset(dataset: Dataset | string, { scope }: SubgraphContext): ImportDataset {
  if (typeof dataset === 'string')
    return {
      name: dataset,
      title: dataset,
      producer: '',
      url: '',
      licence: '',
      shared: false,
      mayImport: false,
    };
  const { name, title, producer, url, licence, operatorOnly } = dataset;
  const writes = scope.role === 'AGENT' || scope.role === 'ADMINISTRATOR' || scope.role === 'OPERATOR';
  const may = writes && mayImport(dataset, scope.role);
  return { name, title, producer, url, licence, shared: operatorOnly ?? false, mayImport: may };
}

function byFamily(changes: readonly Change[]): ImportChange[] {
  const families = new Map<ImportChange['family'], ImportChange>();
  for (const { type, added, changed, removed } of changes) {
    const family = facilityTypeOf(type)?.family;
    if (!family) continue;
    const sum = families.get(family) ?? { family, added: 0, changed: 0, removed: 0 };
    sum.added += added;
    sum.changed += changed;
    sum.removed += removed;
    families.set(family, sum);
  }
  return [...families.values()].filter(({ added, changed, removed }) => added + changed + removed > 0);
}
