/** What belongs to a territory without a column `territory_id` to say so. */
export interface Beyond {
  /** Its table, and the rows of the territory `$1`. */
  table: string;
  condition: string;
}

/** By service: the territory itself, and the accounts of its members. */
export const BEYOND: Readonly<Record<string, Beyond | undefined>> = {
  territory: { table: 'territory', condition: 'id = $1' },
  identity: {
    table: 'user_account',
    condition: 'id in (select user_id from membership where territory_id = $1)',
  },
};
