import type { FileRoute } from '@ancrage/subgraph/files';
import { exportRoute } from '@ancrage/tenant/export-route';
import { errorsRoute } from './import/run/errors.route.js';
import type { ImportRuns } from './import/run/import-runs.js';
import { uploadRoute } from './import/run/upload.route.js';
import { PHOTO_ROUTES } from './premises/photo.routes.js';

/** What members send and anybody fetches, besides GraphQL; each route lives with its subject. */
export const fileRoutes = ({ runs }: { runs: ImportRuns }): FileRoute[] => [
  ...PHOTO_ROUTES,
  uploadRoute(runs),
  errorsRoute,
  exportRoute('territory', '/files/territory/whole'),
];
