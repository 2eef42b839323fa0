import type { Room } from '../room.js';
import { PersonalDataResolver } from './personal-data.resolver.js';

export const personalDataRoom: Room = {
  resolvers: [PersonalDataResolver],
  made: ({ links }) => [new PersonalDataResolver(links)],
};
