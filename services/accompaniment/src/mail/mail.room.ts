import type { Room } from '../room.js';
import { HouseholdLetterResolver } from './household-letter.resolver.js';
import { NewsResolver } from './news.resolver.js';
import { NewsSubscriptionResolver } from './news-subscription.resolver.js';
import { RefusedAddressResolver } from './refused-address.resolver.js';

export const mailRoom: Room = {
  resolvers: [HouseholdLetterResolver, RefusedAddressResolver, NewsResolver, NewsSubscriptionResolver],
  made: ({ links }) => [new NewsSubscriptionResolver(links)],
};
