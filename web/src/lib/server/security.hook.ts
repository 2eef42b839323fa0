import type { Handle } from '@sveltejs/kit/hooks';

/** Nothing may be framed, sniffed, or told to another; the content policy is set in vite.config.ts. */
const headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

/** What other sites may take in: the map, the directory and the sessions to embed, as frames, and the scripts that make those. */
const embedded = new Set([
  '/embarquer/carte',
  '/embarquer/carte.js',
  '/embarquer/annuaire',
  '/embarquer/annuaire.js',
  '/embarquer/sessions',
  '/embarquer/sessions.js',
]);

/** The one page that reads codes with the camera. */
const withCamera: string = '/(site)/espace/sessions/[id]/jour';

export const security: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of Object.entries(headers)) {
    response.headers.set(name, value);
  }
  if (event.route.id?.includes('[token]')) {
    // The address of such a page is a key: where one goes from it, nobody learns it. Its own forms still name their site.
    response.headers.set('referrer-policy', 'same-origin');
  }
  if (event.route.id !== null && embedded.has(event.route.id)) {
    openToOthers(response.headers);
  }
  if (event.route.id === withCamera) {
    response.headers.set(
      'permissions-policy',
      headers['permissions-policy'].replace('camera=()', 'camera=(self)'),
    );
  }
  if (event.url.protocol === 'https:') {
    response.headers.set('strict-transport-security', 'max-age=31536000');
  }
  return response;
};

function openToOthers(headers: Headers): void {
  headers.delete('x-frame-options');
  headers.set('cross-origin-resource-policy', 'cross-origin');
  const policy = headers.get('content-security-policy');
  if (policy) {
    headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  }
}
