import { expect, it } from 'vitest';
import { EventStreamParser } from './event-stream.js';

const stream =
  ': hello\n\nevent: next\ndata: {"a":1}\n\ndata: one\ndata: two\r\n\r\nevent:complete\ndata:\n\nid: 3\nretry: 5\n\n';
const events = [
  { event: 'next', data: '{"a":1}' },
  { event: 'message', data: 'one\ntwo' },
  { event: 'complete', data: '' },
];

it('cuts a stream into events, without its comments, ids and delays', () => {
  expect(new EventStreamParser().push(stream)).toEqual(events);
});

it('does so wherever the network cuts it', () => {
  for (let at = 1; at < stream.length; at++) {
    const parser = new EventStreamParser();
    expect([...parser.push(stream.slice(0, at)), ...parser.push(stream.slice(at))]).toEqual(events);
  }
});
