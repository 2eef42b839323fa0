import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

/** Paths that nothing answers still belong to the territory's site, and keep its frame. */
export const load: PageServerLoad = () => notFound();
