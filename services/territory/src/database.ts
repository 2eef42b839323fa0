import { fileURLToPath } from 'node:url';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { BroadbandCoverage } from './broadband/broadband-coverage.entity.js';
import { CommuneReference } from './commune/commune.entity.js';
import { TerritoryCommune } from './commune/territory-commune.entity.js';
import { CommuneContour } from './contour/commune-contour.entity.js';
import { Facility } from './facility/facility.entity.js';
import { Intercommunality } from './intercommunality/intercommunality.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { Region } from './region/region.entity.js';
import { Source } from './source/source.entity.js';
import { OfferFigures } from './territory/offer-figures.entity.js';
import { Territory } from './territory/territory.entity.js';
import { TerritoryHost } from './territory/territory-host.entity.js';

export const DATABASE: DatabaseDefinition = {
  service: 'territory',
  entities: [
    Region,
    Intercommunality,
    CommuneReference,
    CommuneContour,
    Source,
    Territory,
    TerritoryHost,
    TerritoryCommune,
    OfferFigures,
    Facility,
    BroadbandCoverage,
  ],
  migrations: MIGRATIONS,
  migrationsPath: fileURLToPath(new URL('../src/migrations', import.meta.url)),
};
