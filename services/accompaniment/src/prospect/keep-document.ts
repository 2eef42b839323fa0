import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { isUuid } from '@ancrage/subgraph/pagination';
import type { SentDocument } from './document-exchange.js';
import { recordProspectEvent } from './record-prospect-event.js';

/** What a step asks for, as the form of a document names it with `step` and `document`. */
interface AskedPaper {
  stepId: string;
  key: string;
  from: 'HOUSEHOLD' | 'TERRITORY';
  step: string;
  installation: string;
}

/** The paper that a document is brought for; null where the form names none, or one that no step of the household asks for. */
async function askedPaper(
  connection: Connection,
  prospectId: string,
  form: FormData,
): Promise<AskedPaper | null> {
  const [step, key] = [String(form.get('step') ?? ''), String(form.get('document') ?? '')];
  if (!isUuid(step) || key === '') return null;
  const { rows } = await connection.query<AskedPaper>(
    `select s.id as "stepId", d ->> 'key' as key, d ->> 'from' as "from", s.title as step,
       s.installation_id as installation
     from installation_step s, jsonb_array_elements(s.documents) d
     where s.prospect_id = $1 and s.id = $2 and d ->> 'key' = $3 limit 1`,
    [prospectId, step, key],
  );
  return rows[0] ?? null;
}

/**
 * Keeps a document with a household, beside the step that asks for it, and writes it down on the timeline. The household
 * reads what `shared` says, and always what was its own to bring. Gives its id.
 */
export async function keepDocument(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  { name, kind, bytes, form }: SentDocument,
  shared: boolean,
): Promise<string> {
  const paper = await askedPaper(connection, prospectId, form);
  const id = randomUUID();
  await connection.query(
    `insert into prospect_file (id, territory_id, prospect_id, name, media_type, content, added_by, shared, step_id,
       document_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, scope.territoryId, prospectId, name, kind, bytes, scope.userId],
      ...[shared || paper?.from === 'HOUSEHOLD', paper?.stepId ?? null, paper?.key ?? null],
    ],
  );
  await recordProspectEvent(connection, scope, prospectId, 'FILE_ADDED', {
    detail: { file: name, ...(paper && { step: paper.step, installation: paper.installation }) },
  });
  return id;
}
