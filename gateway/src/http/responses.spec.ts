import { expect, it } from 'vitest';
import { wantsStream } from './responses.js';

const EVERYTHING = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';

it.each([
  [undefined, 'query', false],
  ['application/json', 'subscription', false],
  [EVERYTHING, 'query', false],
  [EVERYTHING, 'mutation', false],
  [EVERYTHING, 'subscription', true],
  ['text/event-stream', 'query', true],
  ['text/event-stream, */*', 'query', false],
])('a caller who accepts %o is answered a %s as a stream: %s', (accept, kind, stream) => {
  expect(wantsStream(accept, kind)).toBe(stream);
});
