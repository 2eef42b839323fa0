import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderLogLine } from './log-line.js';

const render = (entry: object) => {
  const { text, severity } = renderLogLine(JSON.stringify(entry));
  // Colours depend on the terminal that runs the tests.
  return { text: stripVTControlCharacters(text), severity };
};

describe('a line of output', () => {
  it('of a service is its message and what it adds to it', () => {
    const entry = {
      level: 30,
      time: 1,
      pid: 2,
      hostname: 'h',
      name: 'territory',
      port: 4001,
      msg: 'listening',
    };
    expect(render(entry)).toEqual({ text: 'listening port=4001', severity: 'info' });
  });

  it('shows where an error happened', () => {
    const entry = {
      level: 50,
      msg: 'request failed',
      err: { message: 'boom', stack: 'Error: boom\n    at a.js:1' },
    };
    expect(render(entry)).toEqual({ text: 'request failed\nError: boom\n    at a.js:1', severity: 'error' });
  });

  it.each(['Listening on 3000', '{"not a log": 1}', '{"broken'])(
    'of anything else stays as it is: %s',
    (line) => {
      expect(renderLogLine(line)).toEqual({ text: line, severity: 'info' });
    },
  );
});
