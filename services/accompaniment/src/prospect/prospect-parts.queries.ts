import type { SubgraphContext } from '@ancrage/subgraph';
import { FROM_THEM, type ProspectEventKind } from './prospect-event-kind.js';
import { fileAddress } from './prospect-file.address.js';
import type {
  ProspectConsentNode,
  ProspectEventDetail,
  ProspectEventNode,
  ProspectFileNode,
  ProspectInstallation,
  ProspectSession,
  ProspectTouchNode,
} from './prospect-parts.js';

/** Rows of a table by the household that they belong to, for all the households that a request asks for. */
function loadOf<Row extends object>(
  context: SubgraphContext,
  name: string,
  text: string,
  prospectId: string,
): Promise<Row[]> {
  return context.load(name, prospectId, async (ids: readonly string[]) => {
    const rows = await context.read<Row & { prospectId: string }>({ name, text, values: [ids] });
    const byProspect = Map.groupBy(rows, (row) => row.prospectId);
    return ids.map((id) => byProspect.get(id) ?? []);
  });
}

/** Every time the household came by, the first one first. */
export const loadTouches = (context: SubgraphContext, prospectId: string): Promise<ProspectTouchNode[]> =>
  loadOf(
    context,
    'touches of prospects',
    `select t.prospect_id as "prospectId", t.id, t.at, t.form, l.label as link, g.name as campaign,
       case when f.id is not null then 'FAIR' else g.channel::text end as channel, f.name as fair,
       t.declared_channel as "declaredChannel", t.declared_words as "declaredWords"
     from prospect_touch t
       left join promotion_link l on l.id = t.link_id
       left join fair f on f.id = coalesce(t.fair_id, l.fair_id)
       left join campaign g on g.id = coalesce(l.campaign_id, f.campaign_id)
     where t.prospect_id = any($1::uuid[]) order by t.at, t.id limit 500`,
    prospectId,
  );

/** What it agreed to, newest first, those taken back included. */
export const loadProspectConsents = (
  context: SubgraphContext,
  prospectId: string,
): Promise<ProspectConsentNode[]> =>
  loadOf(
    context,
    'consents of prospects',
    `select prospect_id as "prospectId", id, purpose, wording, version, channel, given_at as "givenAt",
       withdrawn_at as "withdrawnAt"
     from prospect_consent where prospect_id = any($1::uuid[]) order by given_at desc, id`,
    prospectId,
  );

/** A remark that its author kept to administrators: they read it, and whoever wrote it. */
const READABLE = `(detail ->> 'readers' is distinct from 'ADMINISTRATORS' or user_id = current_setting('app.user_id', true)
  or current_setting('app.role', true) in ('ADMINISTRATOR', 'OPERATOR'))`;

/** What happened to it, newest first, at most 300. */
export async function loadProspectEvents(
  context: SubgraphContext,
  prospectId: string,
): Promise<ProspectEventNode[]> {
  type Row = Omit<ProspectEventNode, 'mine' | 'fromThem' | 'details'> & {
    detail: Record<string, unknown> | null;
  };
  const rows = await loadOf<Row>(
    context,
    'events of prospects',
    `select prospect_id as "prospectId", id, kind, at, user_id as "userId", note, detail from (
       select *, row_number() over (partition by prospect_id order by at desc, id) as place
         from prospect_event where prospect_id = any($1::uuid[]) and ${READABLE}) as numbered
     where place <= 300 order by at desc, id`,
    prospectId,
  );
  return rows.map(({ detail, userId, ...event }) => ({
    ...event,
    // What a household does by itself bears no account: a signed link, or a form that anybody may send.
    userId: userId && !/^(household:|self-service$)/.test(userId) ? userId : null,
    mine: userId !== null && userId === context.scope.userId,
    fromThem: FROM_THEM.has(event.kind as ProspectEventKind),
    details: detailsOf(detail),
  }));
}

/** The key of a form says nothing to anybody. */
const detailsOf = (detail: Record<string, unknown> | null): ProspectEventDetail[] =>
  Object.entries(detail ?? {}).flatMap(([name, value]) =>
    name === 'key' || value === null || value === ''
      ? []
      : { name, value: Array.isArray(value) ? value.join(', ') : String(value) },
  );

/** Documents kept with it, newest first. */
export async function loadProspectFiles(
  context: SubgraphContext,
  prospectId: string,
): Promise<ProspectFileNode[]> {
  const rows = await loadOf<Omit<ProspectFileNode, 'href'>>(
    context,
    'files of prospects',
    `select prospect_id as "prospectId", id, name, media_type as "mediaType", octet_length(content) as size,
       added_at as "addedAt", added_by as "addedBy", shared, step_id as "stepId", document_key as "documentKey",
       added_by = 'household:' || prospect_id as "fromHousehold"
     from prospect_file where prospect_id = any($1::uuid[]) order by added_at desc, id`,
    prospectId,
  );
  return rows.map((file) => ({ ...file, href: fileAddress(prospectId, file.id) }));
}

/** The sessions that it registered for, newest first. */
export const loadProspectSessions = (
  context: SubgraphContext,
  prospectId: string,
): Promise<ProspectSession[]> =>
  loadOf(
    context,
    'sessions of prospects',
    `select prospect_id as "prospectId", id as "registrationId", status, session_id as "sessionId",
       adults + cardinality(children_birth_years) as seats, registered_at as "registeredAt"
     from registration where prospect_id = any($1::uuid[]) order by registered_at desc, id`,
    prospectId,
  );

/** Its settling, the latest of several; null while there is none. */
export async function loadInstallation(
  context: SubgraphContext,
  prospectId: string,
): Promise<ProspectInstallation | null> {
  const [latest] = await loadOf<ProspectInstallation>(
    context,
    'installations of prospects',
    `select prospect_id as "prospectId", id, status, horizon, planned_on::text as "plannedOn",
       effective_on::text as "effectiveOn", commune_code as "communeCode"
     from installation where prospect_id = any($1::uuid[]) order by planned_on desc, id`,
    prospectId,
  );
  return latest ?? null;
}
