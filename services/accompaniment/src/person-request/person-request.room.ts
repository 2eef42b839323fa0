import type { Room } from '../room.js';
import { OwnPersonRequestResolver } from './own-person-request.resolver.js';
import { PersonRequestResolver } from './person-request.resolver.js';

export const personRequestRoom: Room = {
  resolvers: [PersonRequestResolver, OwnPersonRequestResolver],
  made: ({ links, personSecret }) => [
    new PersonRequestResolver(personSecret),
    new OwnPersonRequestResolver(links, personSecret),
  ],
};
