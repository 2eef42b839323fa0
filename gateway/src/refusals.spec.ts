import { expect, it } from 'vitest';
import { Refusal } from './refusals.js';

it('a refusal speaks the language of the reader, with its code and the request it was for', () => {
  const refusal = new Refusal('DOCUMENT_LIMIT', 'depth ≤ 16');
  expect(refusal.toJSON('fr', 'r-1')).toEqual({
    message: 'Cette opération dépasse une limite : depth ≤ 16',
    extensions: { code: 'BAD_INPUT', requestId: 'r-1' },
  });
  expect(refusal.toJSON('en').message).toBe('This operation exceeds a limit: depth ≤ 16');
});

it('a cause never shows', () => {
  const refusal = new Refusal('INTERNAL', undefined, { cause: new Error('password') });
  expect(JSON.stringify(refusal)).not.toContain('password');
  expect(JSON.stringify(refusal.toJSON('en'))).not.toContain('password');
});
