import { expect, it } from 'vitest';
import { isLocalPath } from './local-path.js';

it.each(['/', '/espace', '/communes/09042-auzat?vue=carte#services'])('%s stays here', (target) => {
  expect(isLocalPath(target)).toBe(true);
});

it.each([
  '',
  'espace',
  '//mechant.fr',
  '/\\mechant.fr',
  'https://mechant.fr',
  '/a\\b',
  '/\tmechant',
  'javascript:x',
])('%j leaves', (target) => {
  expect(isLocalPath(target)).toBe(false);
});
