/** A page without anything personal: kept a minute by whoever stands between, then asked again with its tag. */
export const publicPage = { 'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600' };

/** A page that depends on who asks. */
export const privatePage = { 'cache-control': 'private, no-store' };
