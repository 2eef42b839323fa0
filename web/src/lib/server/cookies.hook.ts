import type { Handle } from '@sveltejs/kit/hooks';

/** Passes on the cookies that identity set while it was asked for this request. */
export const cookies: Handle = async ({ event, resolve }) => {
  event.locals.cookiesToPass = [];
  const response = await resolve(event);
  for (const cookie of event.locals.cookiesToPass) {
    response.headers.append('set-cookie', cookie);
  }
  return response;
};
