/** The account the transaction acts for, or null: without the setting no row matches. */
export const CURRENT_USER = "nullif(current_setting('app.user_id', true), '')::uuid";
/** The territory the transaction acts in, or null. */
export const CURRENT_TERRITORY = "nullif(current_setting('app.territory_id', true), '')::uuid";
const CURRENT_ROLE = "current_setting('app.role', true)";

/** The platform's operator, in every territory. */
export const IS_OPERATOR = `${CURRENT_ROLE} = 'OPERATOR'`;
/** Whoever may manage members and keys of the row's territory: its administrators, and the operator. */
export const MANAGES_TERRITORY = `${IS_OPERATOR} or (${CURRENT_ROLE} = 'ADMINISTRATOR' and territory_id = ${CURRENT_TERRITORY})`;
