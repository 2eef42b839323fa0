import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { NetworkActorNode, NetworkOfferNode } from './network-actor.js';
import type { NetworkRecord } from './network-record.js';
import {
  CommitmentState,
  type NetworkScale,
  NetworkState,
  rankIn,
  WelcomeStep,
} from './network-vocabulary.js';
import { judged, type PlainExchange, responsivenessOf } from './responsiveness.js';

/** A network counts dozens; the bound lets every list of it be read, judged and ordered whole. */
export const MOST_ACTORS = 500;
/** How soon a commitment's end is told of. */
const EXPIRING_DAYS = 60;

const ACTOR = `a.id, a.kind, a.name, a.scale, a.description, a.website, a.commune_code as "communeCode", a.demonstration,
  coalesce((select json_agg(json_build_object('id', o.id, 'step', o.step, 'what', o.what, 'answersWithin', o.answers_within)
      order by o.what, o.id) from network_offer o where o.actor_id = a.id), '[]') as offers`;

const RECORD = `a.commitment, a.committed_on::text as "committedOn", a.committed_until::text as "committedUntil",
  (a.consent_given_at at time zone 'Europe/Paris')::date::text as "consentGivenOn",
  a.consent_wording as "consentWording", a.consent_version as "consentVersion",
  a.published_at is not null as published, a.archived_at is not null as archived,
  coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'role', c.role, 'email', c.email, 'phone', c.phone)
      order by c.name, c.id) from network_contact c where c.actor_id = a.id), '[]') as contacts,
  coalesce((select json_agg(json_build_object('id', e.id, 'subject', e.subject, 'means', e.means, 'step', e.step,
        'askedAt', e.asked_at, 'answeredAt', e.answered_at, 'answer', e.answer) order by e.asked_at desc, e.id)
      from (select * from network_exchange x where x.actor_id = a.id and x.asked_at > now() - interval '2 years'
             order by x.asked_at desc, x.id limit 200) e), '[]') as exchanges`;

/** What the public may read of the network, the nearest first; of a scale and of a step when they are given. */
export async function selectActors(
  context: SubgraphContext,
  { scale, step }: { scale?: NetworkScale | null; step?: WelcomeStep | null },
): Promise<NetworkActorNode[]> {
  const rows = await context.read<NetworkActorNode>({
    name: 'network actors',
    text: `select ${ACTOR} from network_actor a
      where a.territory_id = $1 and a.published_at is not null and a.archived_at is null
        and ($2::text is null or a.scale = $2)
        and ($3::text is null or exists (select from network_offer o where o.actor_id = a.id and o.step = $3))
      order by array_position(array['LOCAL', 'DEPARTMENT', 'REGION', 'NATIONAL'], a.scale), a.name, a.id
      limit ${MOST_ACTORS}`,
    values: [context.requireTerritory(), scale ?? null, step ?? null],
  });
  return rows.map((row) => ({ ...row, offers: byStep(row.offers) }));
}

interface RecordRow extends NetworkActorNode, Omit<NetworkRecord, 'id' | 'actor' | 'state' | 'exchanges'> {
  published: boolean;
  archived: boolean;
  exchanges: PlainExchange[];
}

/** Every record of the territory's network, or the one of an id. */
export async function selectRecords(context: SubgraphContext, id?: string): Promise<NetworkRecord[]> {
  const rows = await context.read<RecordRow>({
    name: 'network records',
    text: `select ${ACTOR}, ${RECORD} from network_actor a
      where a.territory_id = $1 and ($2::uuid is null or a.id = $2) limit ${MOST_ACTORS}`,
    values: [context.requireTerritory(), id ?? null],
  });
  const now = new Date();
  return rows.map((row) => toRecord(row, now));
}

function toRecord(row: RecordRow, now: Date): NetworkRecord {
  const offers = byStep(row.offers);
  const exchanges = row.exchanges.map((exchange) =>
    judged(
      { ...exchange, askedAt: iso(exchange.askedAt)!, answeredAt: iso(exchange.answeredAt) },
      offers,
      now,
    ),
  );
  return {
    ...row,
    actor: { ...row, offers },
    state: row.archived
      ? NetworkState.ARCHIVED
      : row.published
        ? NetworkState.PUBLISHED
        : NetworkState.HIDDEN,
    commitmentState: commitmentState(row, reportingDate(null, now)),
    exchanges,
    lastAskedAt: exchanges[0]?.askedAt ?? null,
    responsiveness: responsivenessOf(exchanges),
  };
}

/** JSON has no dates: the scalar wants one. */
const iso = (text: string | null) => text && new Date(text).toISOString();

const byStep = (offers: readonly NetworkOfferNode[]) =>
  [...offers].sort((one, other) => rankIn(WelcomeStep, one.step) - rankIn(WelcomeStep, other.step));

function commitmentState(
  { commitment, committedUntil }: Pick<NetworkRecord, 'commitment' | 'committedUntil'>,
  today: string,
): CommitmentState {
  if (!commitment) return CommitmentState.NONE;
  if (!committedUntil) return CommitmentState.HOLDS;
  if (committedUntil < today) return CommitmentState.EXPIRED;
  const soon = new Date(Date.parse(today) + EXPIRING_DAYS * 86_400_000).toISOString().slice(0, 10);
  return committedUntil <= soon ? CommitmentState.EXPIRING : CommitmentState.HOLDS;
}
