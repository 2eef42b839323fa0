import { randomUUID } from 'node:crypto';
import { PERSONAL_DATA_PATH, type PersonalDataAnswer } from '@ancrage/signature/personal-data';
import type { ThroughGateway } from '../neighbour/through-gateway.js';
import type { AskService } from './person-requests.js';

/** Asks a service about a person, on behalf of nobody: what it answers is for this service alone. */
export const askServiceThrough =
  (gateway: ThroughGateway): AskService =>
  (service, territoryId, ask) =>
    gateway.ask<PersonalDataAnswer>(`${PERSONAL_DATA_PATH}/${service}`, ask, {
      requestId: randomUUID(),
      territoryId,
      viewer: null,
    });
