/** A page without anything personal: kept a minute by whoever stands between, then asked again with its tag. */
export const publicPage = { 'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600' };

/**
 * A page that names people: whoever stands between may keep it, and asks again each time, so that who withdraws is gone
 * with the next request.
 */
export const peoplePage = { 'cache-control': 'public, no-cache' };

/** A page that depends on who asks. */
export const privatePage = { 'cache-control': 'private, no-store' };
