import { expect, it } from 'vitest';
import { AllowedOrigins } from './origins.js';

const origins = new AllowedOrigins([
  'https://*.ancrage.example',
  'http://localhost:*',
  'https://one.example',
]);

it.each([
  'https://foix.ancrage.example',
  'http://localhost:3000',
  'http://localhost',
  'https://one.example',
  undefined,
])('%s may connect', (origin) => {
  expect(origins.allows(origin)).toBe(true);
});

it.each([
  'http://foix.ancrage.example',
  'https://ancrage.example',
  'https://a.b.ancrage.example',
  'https://foix.ancrage.example.evil.example',
  'https://evil.example/?https://foix.ancrage.example',
  'https://fooXancrage.example',
  'http://localhost:3000.evil.example',
  'null',
  '',
])('%s may not', (origin) => {
  expect(origins.allows(origin)).toBe(false);
});
