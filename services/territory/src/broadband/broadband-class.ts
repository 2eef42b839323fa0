import { registerEnumType } from 'type-graphql';

/** The best wired speed, in Mbit/s, that at least half of a commune's premises can have. */
export enum BroadbandClass {
  BELOW_8 = 'BELOW_8',
  FROM_8 = 'FROM_8',
  FROM_30 = 'FROM_30',
  FROM_100 = 'FROM_100',
  FROM_1000 = 'FROM_1000',
}
registerEnumType(BroadbandClass, {
  name: 'BroadbandClass',
  description:
    'The best wired speed (Mbit/s) that at least half of the premises can have. Satellite and 4G do not count.',
});
