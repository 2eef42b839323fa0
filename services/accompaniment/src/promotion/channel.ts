import { registerEnumType } from 'type-graphql';

/** Through what a territory makes itself known, and through what households say they heard of it. */
export enum Channel {
  PRESS = 'PRESS',
  WEB = 'WEB',
  FAIR = 'FAIR',
  PARTNER = 'PARTNER',
  WORD_OF_MOUTH = 'WORD_OF_MOUTH',
}
registerEnumType(Channel, {
  name: 'Channel',
  description: 'Through what a territory makes itself known.',
});
