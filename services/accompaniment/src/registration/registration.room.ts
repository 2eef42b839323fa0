import type { Room } from '../room.js';
import { OwnRegistrationChanges } from './own-registration.changes.js';
import { OwnRegistrationResolver } from './own-registration.resolver.js';
import { RegisterResolver } from './register.resolver.js';
import { RegistrationRecordsResolver } from './registration-records.resolver.js';

export const registrationRoom: Room = {
  resolvers: [RegisterResolver, OwnRegistrationResolver, OwnRegistrationChanges, RegistrationRecordsResolver],
  made: ({ links }) => [
    new RegisterResolver(links),
    new OwnRegistrationResolver(links),
    new OwnRegistrationChanges(links),
    new RegistrationRecordsResolver(links),
  ],
};
