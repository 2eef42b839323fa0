/** A whole region fits a screen at 6. */
export const MINIMUM_ZOOM = 6;
/** Beyond 12 a commune fills a screen, and clients scale its contour. */
export const MAXIMUM_ZOOM = 12;
/** At 14 a hundred metres are 60 pixels, and each facility stands for itself; clients scale from there. */
export const FACILITIES_MAXIMUM_ZOOM = 14;
