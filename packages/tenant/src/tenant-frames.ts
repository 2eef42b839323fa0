import type { Frame, Inventory } from './frames.js';
import { type Connection, type TenantTable, tenantTables } from './tenant-tables.js';

export type { Connection } from './tenant-tables.js';

/** Rows fetched at once: memory stays flat however long the table. */
const ROWS = 500;
/** Bytes of a file fetched at once. */
const PIECE = 256 * 1024;

/**
 * All that a service's database has of a territory: a file of JSON lines per table, and the files that rows hold. What lets
 * somebody in is left out. The connection's transaction must act for the territory as an operator.
 */
export async function* tenantFrames(
  connection: Connection,
  service: string,
  territoryId: string,
): AsyncGenerator<Frame> {
  const tables = await tenantTables(connection, service);
  const inventory: Inventory = {
    service,
    schema: await lastMigration(connection),
    tables: {},
    files: 0,
    withheld: tables.flatMap(({ name, secrets }) => secrets.map((column) => `${name}.${column}`)),
  };
  for (const table of tables) {
    yield { entry: `${table.name}.jsonl` };
    let count = 0;
    for await (const { line } of fetchAll<{ line: string }>(connection, linesOf(table), territoryId, ROWS)) {
      count += 1;
      yield { line };
    }
    inventory.tables[table.name] = count;
    for (const column of table.files) {
      const statement = filesOf(table, column);
      // Piece by piece: a file may be long.
      for await (const { path, piece, bytes } of fetchAll<FilePiece>(connection, statement, territoryId, 1)) {
        if (piece === 0) {
          inventory.files += 1;
          yield { entry: path };
        }
        yield { bytes: bytes.toString('base64') };
      }
    }
  }
  yield { done: inventory };
}

interface FilePiece {
  path: string;
  /** 0 for its first. */
  piece: number;
  bytes: Buffer;
}

/** The rows of a table as JSON; a file's column says where the file is instead. */
export function linesOf({ name, files, secrets, condition, key }: TenantTable): string {
  const left = secrets.map((column) => ` - '${column}'`).join('');
  const paths = files.map((column) => ` || jsonb_build_object('${column}', ${pathOf(name, key, column)})`);
  return `select (to_jsonb(t)${files.map((column) => ` - '${column}'`).join('')}${left}${paths.join('')})::text as line
    from ${quoted(name)} t where ${condition} ${inOrder(key)}`;
}

const filesOf = ({ name, condition, key }: TenantTable, column: string) =>
  `select ${pathOf(name, key, column)} as path, piece, substring(t.${quoted(column)} from piece * ${PIECE} + 1 for ${PIECE}) as bytes
   from ${quoted(name)} t cross join lateral generate_series(0, greatest(octet_length(t.${quoted(column)}) - 1, 0) / ${PIECE}) piece
   where ${condition} and ${quoted(column)} is not null ${inOrder(key)}${key.length > 0 ? ', piece' : ''}`;

/** files/table/key-column.ext; its first bytes tell what it is. */
function pathOf(table: string, key: readonly string[], column: string): string {
  const parts = key.map((part) => `t.${quoted(part)}::text`).join(` || '-' || `);
  return `'files/${table}/' || ${parts} || '-${column}' || case
    when substring(t.${quoted(column)} from 1 for 4) = '\\x25504446' then '.pdf'
    when substring(t.${quoted(column)} from 1 for 3) = '\\xffd8ff' then '.jpg'
    when substring(t.${quoted(column)} from 1 for 4) = '\\x89504e47' then '.png'
    when substring(t.${quoted(column)} from 1 for 4) = '\\x52494646' then '.webp' else '.bin' end`;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const inOrder = (key: readonly string[]) =>
  key.length > 0 ? `order by ${key.map((part) => `t.${quoted(part)}`).join(', ')}` : '';

async function lastMigration(connection: Connection): Promise<string> {
  // The list of migrations is the owner's; a service that may not read it goes without.
  const { rows } = await connection.query<{ may: boolean }>(
    "select has_table_privilege('migration', 'select') as may",
  );
  if (!rows[0]?.may) return '';
  const last = await connection.query<{ name: string }>(
    'select name from migration order by id desc limit 1',
  );
  return last.rows[0]?.name ?? '';
}

async function* fetchAll<Row extends object>(
  connection: Connection,
  statement: string,
  territoryId: string,
  atOnce: number,
): AsyncGenerator<Row> {
  await connection.query(`declare whole_territory no scroll cursor for ${statement}`, [territoryId]);
  for (;;) {
    const { rows } = await connection.query<Row>(`fetch ${atOnce} from whole_territory`);
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await connection.query('close whole_territory');
}
