import { describe, expect, it } from 'vitest';
import { findPublicHost, type PublicHost, parsePublicHost } from './public-host.js';

describe('an entry of PUBLIC_HOSTS', () => {
  it.each([
    ['localhost:3000', 'http', 'localhost:3000'],
    ['*.localhost:3000', 'http', '*.localhost:3000'],
    ['127.0.0.1:3000', 'http', '127.0.0.1:3000'],
    ['Accueil.Exemple.fr', 'https', 'accueil.exemple.fr'],
    ['*.exemple.fr', 'https', '*.exemple.fr'],
    ['http://intranet.exemple.fr:8080', 'http', 'intranet.exemple.fr:8080'],
    ['https://localhost:3000', 'https', 'localhost:3000'],
    ['localhost.exemple.fr', 'https', 'localhost.exemple.fr'],
  ])('%s is served over %s', (entry, protocol, pattern) => {
    expect(parsePublicHost(entry)).toEqual({ protocol, pattern });
  });

  it.each([
    '',
    '*',
    '*.*.fr',
    'a*.fr',
    'ftp://exemple.fr',
    'exemple.fr/chemin',
    'user@exemple.fr',
    'un deux',
  ])('%j is refused', (entry) => {
    expect(parsePublicHost(entry)).toBeNull();
  });
});

describe('the host of a request', () => {
  const hosts = ['localhost:3000', '*.exemple.fr'].map((entry) => parsePublicHost(entry) as PublicHost);

  it.each(['localhost:3000', 'pays-de-foix.exemple.fr'])('%s is ours', (host) => {
    expect(findPublicHost(hosts, host)).toBeDefined();
  });

  it.each([
    'localhost',
    'localhost:3001',
    'exemple.fr',
    '.exemple.fr',
    'a.b.exemple.fr',
    'mechant.fr/.exemple.fr',
    'mechant.fr#.exemple.fr',
    'mechant.fr?.exemple.fr',
    'exemple.fr.mechant.fr',
    'pays-de-foix.exemple.fr:8443',
  ])('%s is not', (host) => {
    expect(findPublicHost(hosts, host)).toBeUndefined();
  });
});
