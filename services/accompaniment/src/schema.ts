import type { SubgraphContext } from '@ancrage/subgraph';
import { buildFederatedSchema, type FederatedSchema, resolversWith } from '@ancrage/subgraph/schema';
import { attendanceRoom } from './attendance/attendance.room.js';
import { CommuneResolver } from './commune/commune.resolver.js';
import { departureRoom } from './departure/departure.room.js';
import { RegionFiguresResolver } from './figures/region-figures.resolver.js';
import { TerritoryFiguresResolver } from './figures/territory-figures.resolver.js';
import { followingRoom } from './following/following.room.js';
import { HouseholdLinks } from './household/household-links.js';
import { indicatorsRoom } from './indicators/indicators.room.js';
import { installationRoom } from './installation/installation.room.js';
import { mailRoom } from './mail/mail.room.js';
import { noNeighbour } from './neighbour/ask-neighbour.js';
import { personRequestRoom } from './person-request/person-request.room.js';
import { personalDataRoom } from './personal-data/personal-data.room.js';
import { projectRoom } from './project/project.room.js';
import { promotionRoom } from './promotion/promotion.room.js';
import { prospectRoom } from './prospect/prospect.room.js';
import { prospectImportRoom } from './prospect-import/prospect-import.room.js';
import { prospectMergeRoom } from './prospect-merge/prospect-merge.room.js';
import { protocolRoom } from './protocol/protocol.room.js';
import { Region, Solo, Territory } from './references.js';
import { registrationRoom } from './registration/registration.room.js';
import { retentionRoom } from './retention/retention.room.js';
import type { SchemaParts } from './room.js';
import { loadSession } from './session/session.queries.js';
import { sessionRoom } from './session/session.room.js';
import { sponsorshipRoom } from './sponsorship/sponsorship.room.js';
import { surveyRoom } from './survey/survey.room.js';
import { TerritoryResolver } from './territory/territory.resolver.js';
import { todayRoom } from './today/today.room.js';

const ROOMS = [
  sessionRoom,
  registrationRoom,
  attendanceRoom,
  surveyRoom,
  prospectRoom,
  prospectImportRoom,
  prospectMergeRoom,
  retentionRoom,
  personalDataRoom,
  promotionRoom,
  mailRoom,
  protocolRoom,
  installationRoom,
  projectRoom,
  sponsorshipRoom,
  indicatorsRoom,
  personRequestRoom,
  todayRoom,
  followingRoom,
  departureRoom,
];
/** Enough to write the schema down: nothing is signed by it. */
const NOTHING: SchemaParts = { links: new HouseholdLinks(''), personSecret: '', askNeighbour: noNeighbour };

/** Entities that this subgraph only adds to are found by their key alone, so they need no resolver. */
export function createSchema(parts: SchemaParts = NOTHING): Promise<FederatedSchema> {
  return buildFederatedSchema(
    {
      container: resolversWith(...ROOMS.flatMap((room) => room.made(parts))),
      resolvers: [
        CommuneResolver,
        TerritoryResolver,
        TerritoryFiguresResolver,
        RegionFiguresResolver,
        ...ROOMS.flatMap((room) => room.resolvers),
      ],
      orphanedTypes: [Territory, Region, Solo],
    },
    { DiscoverySession: ({ id }: { id: string }, context: SubgraphContext) => loadSession(context, id) },
  );
}
