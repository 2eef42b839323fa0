import type { ProxyOptions } from 'vite';

/** What `vite dev` forwards, as main.ts does in production; nothing when the addresses are not set. */
export function developmentProxy(env: NodeJS.ProcessEnv): Record<string, ProxyOptions> {
  const { GATEWAY_URL: gateway, IDENTITY_URL: identity } = env;
  return {
    ...(gateway && { '/graphql': { target: gateway, ws: true }, '/tiles/': { target: gateway } }),
    ...(identity && { '/auth/': { target: identity, xfwd: true } }),
  };
}
