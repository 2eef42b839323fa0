/** A whole region fits a screen at 6; beyond 12 a commune fills it, and clients scale. */
export const MINIMUM_ZOOM = 6;
export const MAXIMUM_ZOOM = 12;
