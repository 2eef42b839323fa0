import { expect, it } from 'vitest';
import { readSettings } from './settings.js';

const urls = (services: string[]) =>
  Object.fromEntries(
    services.flatMap((name) => [
      [`${name}_DATABASE_URL`, `postgres://app@db/${name}`],
      [`${name}_DATABASE_OWNER_URL`, `postgres://owner@db/${name}`],
    ]),
  );

it('has a setting for everything, and an embedded database', () => {
  const { ports, databases, demonstration } = readSettings({});
  expect(ports).toMatchObject({
    web: 3000,
    gateway: 4000,
    identity: 4004,
    postgres: 54_321,
    smtp: 2525,
    mail: 8025,
  });
  expect(databases).toBeNull();
  expect(demonstration).toBe(true);
});

it('moves a port', () => {
  expect(readSettings({ WEB_PORT: '3300' }).ports.web).toBe(3300);
});

it('uses a server of one’s own when all its addresses are given', () => {
  const { databases } = readSettings(urls(['TERRITORY', 'DIRECTORY', 'ACCOMPANIMENT', 'IDENTITY']));
  expect(databases?.directory).toEqual({
    appUrl: 'postgres://app@db/DIRECTORY',
    ownerUrl: 'postgres://owner@db/DIRECTORY',
  });
});

it('says every problem at once', () => {
  const source = {
    WEB_PORT: 'trois',
    GATEWAY_PORT: '99999',
    SMTP_PORT: '4004',
    ...urls(['TERRITORY', 'DIRECTORY', 'IDENTITY']),
  };
  const problems = [
    'WEB_PORT doit être un port',
    'GATEWAY_PORT doit être un port',
    'SMTP_PORT et IDENTITY_PORT donnent le même port 4004',
    'ACCOMPANIMENT_DATABASE_URL manque',
    'ACCOMPANIMENT_DATABASE_OWNER_URL manque',
  ];
  for (const problem of problems) expect(() => readSettings(source)).toThrow(problem);
});
