import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import type { ServiceAnswer } from './person-request.entity.js';
import type {
  PersonRequestConnection,
  PersonRequestKind,
  PersonRequestRecord,
} from './person-request-record.js';
import { SERVICES, type Subject } from './request-person.js';

interface Row {
  id: string;
  kind: PersonRequestKind;
  askedBy: string;
  askedAt: Date;
  finishedAt: Date | null;
  nextTryAt: Date | null;
  subject: Subject | null;
  answers: Record<string, ServiceAnswer>;
  downloadable: boolean;
}

const COLUMNS = `id, kind, asked_by as "askedBy", asked_at as "askedAt", finished_at as "finishedAt",
  next_try_at as "nextTryAt", subject, answers, finished_at is not null and result is not null as downloadable`;

const listed = (counts: Record<string, number> = {}) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => ({ what, count }));

function toRecord({ subject, answers, askedBy, ...row }: Row): PersonRequestRecord {
  return {
    ...row,
    reference: referenceOf(row.id),
    askedBy: askedBy === 'HOUSEHOLD' ? null : askedBy,
    soughtBy: subject && (subject.person.emailKey ?? subject.person.phoneKey),
    answers: SERVICES.map((service) => {
      const answer = answers[service];
      return {
        service,
        confirmedAt: answer?.confirmedAt ? new Date(answer.confirmedAt) : null,
        attempts: answer?.attempts ?? 0,
        unreachable: Boolean(answer?.failure) && !answer?.confirmedAt,
        counts: listed(answer?.counts),
        kept: listed(answer?.kept),
      };
    }),
  };
}

/** What a person can give on the telephone. */
export const referenceOf = (id: string): string => `P-${id.slice(0, 8).toUpperCase()}`;

/** One request of the context's territory; null for any other. */
export async function selectPersonRequest(
  context: SubgraphContext,
  id: string,
): Promise<PersonRequestRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<Row>({
    name: 'person request',
    text: `select ${COLUMNS} from person_request where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toRecord(row) : null;
}

/** Requests, the latest first. */
export async function selectPersonRequests(
  context: SubgraphContext,
  { first, after }: { first: number; after?: string | null },
): Promise<PersonRequestConnection> {
  const territoryId = context.requireTerritory();
  const [at, id] = after ? decodeCursor(after, 2) : [null, null];
  const [rows, [counted]] = await Promise.all([
    context.read<Row & { cursorAt: string }>({
      name: 'person requests',
      text: `select ${COLUMNS}, asked_at::text as "cursorAt" from person_request
        where territory_id = $1 and ($2::timestamptz is null or (asked_at, id) < ($2::timestamptz, $3::uuid))
        order by asked_at desc, id desc limit $4`,
      values: [territoryId, at, id, first + 1],
    }),
    context.read<{ total: number }>({
      name: 'person request count',
      text: 'select count(*)::int as total from person_request where territory_id = $1',
      values: [territoryId],
    }),
  ]);
  const { nodes, pageInfo } = toPage(rows, first, (row) => encodeCursor([row.cursorAt, row.id]));
  return {
    totalCount: counted?.total ?? 0,
    nodes: nodes.map(({ cursorAt: _at, ...row }) => toRecord(row)),
    pageInfo,
  };
}

/** What an export found, with where it comes from. */
export interface ExportedPerson {
  format: 'ancrage-personal-data-1';
  reference: string;
  exportedAt: Date;
  territory: { name: string; site: string };
  services: unknown;
}

/** What an export found; null while it is looked for, and a week after. */
export async function selectExport(context: SubgraphContext, id: string): Promise<ExportedPerson | null> {
  if (!isUuid(id)) return null;
  const { name, site } = context.requireTerritoryCard();
  const [row] = await context.read<{ result: object; finishedAt: Date }>({
    name: 'person export',
    text: `select result, finished_at as "finishedAt" from person_request
      where territory_id = $1 and id = $2 and kind = 'EXPORT' and finished_at is not null and result is not null`,
    values: [context.requireTerritory(), id],
  });
  return row
    ? {
        format: 'ancrage-personal-data-1',
        reference: referenceOf(id),
        exportedAt: row.finishedAt,
        territory: { name, site },
        services: row.result,
      }
    : null;
}

/** The same as JSON. */
export async function exportAsJson(context: SubgraphContext, id: string): Promise<string | null> {
  const found = await selectExport(context, id);
  return found && JSON.stringify(found, null, 2);
}
