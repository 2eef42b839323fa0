import type { DailyWork } from '@ancrage/post/daily';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeRegistrationLetter } from '../registration/registration-letter.js';

/** Days after a session during which somebody who is marked late is still asked. */
const DAYS = 7;

/** Asks the households that came, from the morning after a session, what they think of it: each of them once. */
export const askForSurveys =
  (links: HouseholdLinks): DailyWork =>
  async (connection, scope, card) => {
    const { rows } = await connection.query<{ id: string }>(
      `select r.id from registration r join discovery_session s on s.id = r.session_id
        where r.territory_id = $1 and r.status = 'ATTENDED' and not s.demonstration
          and s.ends_at < date_trunc('day', now(), 'Europe/Paris')
          and s.ends_at > now() - make_interval(days => $2)
        order by r.id`,
      [scope.territoryId, DAYS],
    );
    for (const { id } of rows)
      await writeRegistrationLetter(
        connection,
        scope,
        { card, links },
        {
          kind: 'SURVEY',
          registrationId: id,
          occasion: 'after',
        },
      );
  };
