import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import { asHousehold } from '../household/own-household.js';
import type { OwnRegistration } from './own-registration.js';
import {
  type RegistrationMove,
  RegistrationTrail,
  type RegistrationTrailArguments,
} from './registration-trail.js';
import { moveSentence } from './registration-trail.words.js';

type MoveRow = Omit<RegistrationMove, 'sentence'>;

const COLUMNS = `e.id::text as id, e.kind, e.at, e.registration_id as "registrationId", e.people, e.seats_left as "seatsLeft",
  case when e.user_id is null then 'CLOCK' when e.user_id like 'household:%' then 'HOUSEHOLD' else 'MEMBER' end as by,
  (e.detail ->> 'position')::int as position, (e.detail ->> 'until')::timestamptz as until,
  case when e.kind in ('RESIZED', 'CAPACITY_CHANGED') then (e.detail ->> 'from')::int end as before,
  e.detail ->> 'reason' as reason`;
/** What fits on one page of one's own. */
const OWN_MOVES = 50;

const told =
  ({ origin }: SubgraphContext) =>
  (row: MoveRow): RegistrationMove => ({
    ...row,
    sentence: moveSentence(row, origin.locale),
  });

/** What happened to a session's seats or to one registration, latest first. */
export async function selectTrail(
  context: SubgraphContext,
  { sessionId, registrationId, first, after }: RegistrationTrailArguments,
): Promise<RegistrationTrail> {
  if (!sessionId && !registrationId)
    throw new BadInputError('Précisez une session ou une inscription.', 'sessionId');
  const before = after ? Number(decodeCursor(after, 1)[0]) : null;
  if (before !== null && !Number.isSafeInteger(before))
    throw new BadInputError("Ce curseur n'est pas valable.", 'after');
  const ids = [sessionId, registrationId].map((id) => id?.toLowerCase() ?? null);
  if (ids.some((id) => id !== null && !isUuid(id))) return toPage([], first, () => '');
  const rows = await context.read<MoveRow>({
    name: 'trail of registrations',
    text: `select ${COLUMNS}, r.contact_name as household,
        case when e.user_id not like 'household:%' then e.user_id end as "memberId"
      from registration_event e left join registration r on r.id = e.registration_id
      where ($1::uuid is null or e.session_id = $1) and ($2::uuid is null or e.registration_id = $2)
        and ($3::bigint is null or e.id < $3)
      order by e.id desc limit $4`,
    values: [...ids, before, first + 1],
  });
  return toPage(rows.map(told(context)), first, ({ id }) => encodeCursor([Number(id)]));
}

/** What happened to one's own registration, latest first; which member did what is not said. */
export async function selectOwnTrail(
  context: SubgraphContext,
  { id, prospectId }: Pick<OwnRegistration, 'id' | 'prospectId'>,
): Promise<RegistrationMove[]> {
  const rows = await asHousehold(context, prospectId).read<MoveRow>({
    name: 'own trail',
    text: `select ${COLUMNS}, null::text as household, null::text as "memberId"
      from registration_event e where e.registration_id = $1 order by e.id desc limit ${OWN_MOVES}`,
    values: [id],
  });
  return rows.map(told(context));
}
