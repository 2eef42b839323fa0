import { inject } from 'vitest';
import type { PlatformSettings } from './platform.js';

export interface TestTerritory {
  id: string;
  slug: string;
  name: string;
  communes: { code: string; population: number }[];
}

/** The platform that the browser journeys and the platform's own tests share, with two territories. */
export interface TestPlatform extends PlatformSettings {
  /** The first territory's site; the second is at http://couserans-pyrenees.localhost on the same port. */
  webUrl: string;
  gatewayUrl: string;
  mailUrl: string;
  pfha: TestTerritory;
  couserans: TestTerritory;
}

declare module 'vitest' {
  interface ProvidedContext {
    platform: TestPlatform;
  }
}

/** The platform that runs for the `e2e` tests. */
export const testPlatform = (): TestPlatform => inject('platform');
