import { expect, it } from 'vitest';
import { parseEnv } from './env.ts';

const complete = { GATEWAY_URL: 'http://127.0.0.1:4000', IDENTITY_URL: 'http://127.0.0.1:4004' };

it('reads the settings, with usual values for what is optional', () => {
  expect(parseEnv({ ...complete, LOCAL_RUN: 'true', DEV_MAIL_URL: '' })).toMatchObject({
    PORT: 3000,
    LOCAL_RUN: true,
    TRUSTED_PROXIES: 0,
  });
});

it('names every problem at once', () => {
  const read = () => parseEnv({ GATEWAY_URL: 'gateway:4000', PORT: '99999' });
  expect(read).toThrow(/PORT.*\n.*GATEWAY_URL.*\n.*IDENTITY_URL/s);
});
