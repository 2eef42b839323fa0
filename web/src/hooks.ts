import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';

/** /en/carte is the route /carte, read in English. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
