import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './env.js';

const complete = {
  PORT: '4000',
  GATEWAY_SECRET: 'a-secret-of-thirty-two-characters!',
  TERRITORY_URL: 'http://127.0.0.1:4001',
  DIRECTORY_URL: 'http://127.0.0.1:4002',
  ACCOMPANIMENT_URL: 'http://127.0.0.1:4003',
  IDENTITY_URL: 'http://127.0.0.1:4004',
};
const problemsOf = (source: NodeJS.ProcessEnv) => {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    return (error as EnvironmentError).problems;
  }
};

describe('the settings', () => {
  it('have careful limits in production, where nothing is free and no browser connects unless told', () => {
    expect(readEnvironment(complete)).toMatchObject({
      FREE_OPERATIONS: false,
      ALLOWED_ORIGINS: [],
      TRUSTED_PROXIES: [],
      LIMIT_REQUESTS_PER_MINUTE: 600,
      LIMIT_FRAME_BYTES: 65_536,
    });
  });

  it('let a local run ask freely, from any territory, as fast as it can', () => {
    const env = readEnvironment({ ...complete, LOCAL_RUN: 'true' });
    expect(env.FREE_OPERATIONS).toBe(true);
    expect(env.ALLOWED_ORIGINS).toContain('http://*.localhost:*');
    expect(env.LIMIT_REQUESTS_PER_MINUTE).toBeGreaterThan(1_000_000);
  });

  it('are reported wrong all at once, an empty one as missing', () => {
    const problems = problemsOf({
      ...complete,
      PORT: 'door',
      GATEWAY_SECRET: 'short',
      IDENTITY_URL: '',
      LIMIT_DEPTH: '-1',
      TRUSTED_PROXIES: '10.0.0.0/8, everyone',
    });
    expect(problems).toHaveLength(5);
    expect(problems).toContain('GATEWAY_SECRET: must be 32 characters at least');
    expect(problems).toContain('IDENTITY_URL is missing');
    expect(problems).toContain('TRUSTED_PROXIES: must be addresses or CIDR ranges, comma-separated');
  });

  it('read lists', () => {
    const env = readEnvironment({ ...complete, ALLOWED_ORIGINS: 'https://a.example, https://*.b.example,' });
    expect(env.ALLOWED_ORIGINS).toEqual(['https://a.example', 'https://*.b.example']);
  });
});
