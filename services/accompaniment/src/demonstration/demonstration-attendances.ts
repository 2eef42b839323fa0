import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Attendance } from '../registration/attendance.entity.js';
import { RegistrationStatus } from '../registration/registration-status.js';
import type { DemonstrationHousehold } from './demonstration-households.js';
import type { DemonstrationSession } from './demonstration-sessions.js';

/** Marks who came of the generated households: everybody, or nobody, as their registrations say. */
export function markAttendances(
  em: EntityManager,
  territoryId: string,
  sessions: readonly DemonstrationSession[],
  households: readonly DemonstrationHousehold[],
): void {
  for (const { id, adults, childrenBirthYears, registration } of households) {
    const attended = registration?.status === RegistrationStatus.ATTENDED;
    if (!registration || (!attended && registration.status !== RegistrationStatus.NO_SHOW)) continue;
    const registrationId = stableId('registration', id);
    for (let person = 0; person < adults + childrenBirthYears.length; person += 1)
      em.create(Attendance, {
        ...{ registrationId, person, territoryId, attended, markedBy: 'demonstration' },
        ...{ markedAt: sessions[registration.session]!.startsAt },
        markKey: stableId('mark', registrationId, person),
      });
  }
}
