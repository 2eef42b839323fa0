import type { Scope } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import type { BounceAddresses } from './bounce-address.js';
import { noteBounce } from './note-bounce.js';
import { isHard, readBounce } from './read-bounce.js';

/**
 * What came of a message that came back. `NOTED`: nothing reaches that address, and the records say so. `PASSING`: it may
 * pass another time. `NO_REPORT`: it reports nothing. `UNKNOWN`: it answers no letter of ours, or one that is forgotten.
 */
export type BounceOutcome = 'NOTED' | 'PASSING' | 'NO_REPORT' | 'UNKNOWN';

const NOBODY: Scope = { territoryId: null, role: 'PUBLIC', userId: null };

/**
 * Takes a delivery status notification (RFC 3464). Who writes one without having been written to is not believed: the
 * address at which it arrived has to be signed, and names the letter; what the report says of addresses does not count.
 * @param envelopeTo the address at which the mail server got it, where that is known better than from its headers
 */
export async function takeBounce(
  database: Database,
  addresses: BounceAddresses,
  message: Uint8Array,
  envelopeTo?: string,
): Promise<BounceOutcome> {
  const { arrivedAt, reports } = await readBounce(message);
  const letterId = (envelopeTo ? [envelopeTo] : arrivedAt)
    .map((address) => addresses.letterOf(address))
    .find((id) => id !== null);
  if (!letterId) return 'UNKNOWN';
  if (reports.length === 0) return 'NO_REPORT';
  const hard = reports.find(isHard);
  if (!hard) return 'PASSING';
  const [found] = await database.read<{ territoryId: string | null }>(NOBODY, {
    text: 'select letter_territory($1) as "territoryId"',
    values: [letterId],
  });
  const territoryId = found?.territoryId;
  if (!territoryId) return 'UNKNOWN';
  const scope: Scope = { territoryId, role: 'OPERATOR', userId: null };
  return database.write(scope, async (connection) => {
    const { rows } = await connection.query<{ recipient: string }>(
      'update letter set problem = $3 where territory_id = $1 and id = $2 returning recipient',
      [territoryId, letterId, hard.diagnostic],
    );
    if (!rows[0]) return 'UNKNOWN';
    await noteBounce(connection, scope, rows[0].recipient, hard.diagnostic);
    return 'NOTED';
  });
}
