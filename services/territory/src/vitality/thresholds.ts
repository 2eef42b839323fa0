import type { Thresholds } from './outlook.js';
import type { VitalityThresholds } from './vitality.js';

/** A threshold that was not set is null, never a default. */
export const toThresholds = (
  { closing, opening, occupancy }: Thresholds,
  demonstration = false,
): VitalityThresholds => ({
  closing: closing ?? null,
  opening: opening ?? null,
  occupancy: occupancy ?? null,
  demonstration,
});
