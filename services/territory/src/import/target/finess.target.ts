import type { Target } from '../dataset.js';
import { FACILITY_TARGET } from './facility.target.js';

/** Establishments, of which one edition says in rows of their own where they stand; such a row has no type. */
export const FINESS_TARGET: Target = {
  ...FACILITY_TARGET,
  // Places come in rows of their own, anywhere in the file.
  early: null,
  separate: [
    `update import_row i set longitude = place.longitude, latitude = place.latitude
       from import_row place where place.type is null and place.id = i.id and i.type is not null`,
    'delete from import_row where type is null',
    ...FACILITY_TARGET.separate,
  ],
};
