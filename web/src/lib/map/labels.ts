import type { Technology } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { BroadbandClass } from './vocabulary.ts';

const speedMessages: Record<BroadbandClass, () => string> = {
  BELOW_8: m.speed_below_8,
  FROM_8: m.speed_from_8,
  FROM_30: m.speed_from_30,
  FROM_100: m.speed_from_100,
  FROM_1000: m.speed_from_1000,
};

/** A wired speed class in words; says so when it is not known. */
export const speedLabel = (speed: BroadbandClass | null): string =>
  speed ? speedMessages[speed]() : m.speed_unknown();

const technologyMessages: Record<Technology, () => string> = {
  FIBRE: m.technology_fibre,
  CABLE: m.technology_cable,
  COPPER: m.technology_copper,
  FIXED_4G: m.technology_fixed_4g,
  SATELLITE: m.technology_satellite,
};

/** An access technology in words. */
export const technologyLabel = (technology: Technology): string => technologyMessages[technology]();
