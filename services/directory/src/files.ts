import type { FileRoute } from '@ancrage/subgraph/files';
import { exportRoute } from '@ancrage/tenant/export-route';
import { PUBLIC_PHOTO_ROUTE } from './entry/photo.route.js';
import { IMPORT_ROUTE } from './import/import.route.js';

/** What comes and goes whole, under `/files/`. */
export const FILE_ROUTES: readonly FileRoute[] = [
  PUBLIC_PHOTO_ROUTE,
  IMPORT_ROUTE,
  exportRoute('directory', '/files/directory/whole'),
];
