import type { FileRoute } from '@ancrage/subgraph/files';
import { exportRoute } from '@ancrage/tenant/export-route';
import type { HouseholdLinks } from './household/household-links.js';
import { exportRoutes } from './person-request/export.routes.js';
import { ownDocumentRoutes } from './project/own-document.routes.js';
import { PRESS_ROUTES } from './promotion/press-document.routes.js';
import { PROSPECT_FILE_ROUTES } from './prospect/prospect-file.routes.js';
import { PROSPECT_IMPORT_ROUTE } from './prospect-import/prospect-import.route.js';

/** What comes and goes whole, under `/files/accompaniment/`. */
export const fileRoutes = (links: HouseholdLinks): readonly FileRoute[] => [
  PROSPECT_IMPORT_ROUTE,
  ...PROSPECT_FILE_ROUTES,
  ...PRESS_ROUTES,
  ...ownDocumentRoutes(links),
  ...exportRoutes(links),
  exportRoute('accompaniment', '/files/accompaniment/whole'),
];
