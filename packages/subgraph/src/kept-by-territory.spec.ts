import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { ANYTHING, CHANGES_CHANNEL, type Listener } from './changes.js';
import { KeptByTerritory } from './kept-by-territory.js';

interface Figure {
  of: string;
  reading: number;
}

let following: boolean;
let listener: Listener;
let kept: KeptByTerritory<Figure>;
let readings: string[][];
beforeEach(() => {
  following = true;
  listener = { events: new EventEmitter(), caughtUp: async () => following, close: async () => {} };
  kept = new KeptByTerritory(listener);
  readings = [];
});

const change = (territoryId: string) => listener.events.emit(CHANGES_CHANNEL, territoryId);
const read = async (ids: readonly string[]) => {
  readings.push([...ids]);
  return new Map(ids.map((id) => [id, { of: id, reading: readings.length }]));
};
const ask = (ids = ['a', 'b'], moment = 'today') => kept.of(ids, moment, read);

describe('what is kept by territory', () => {
  it('is read once, and then again of what changed alone', async () => {
    await ask();
    change('b');
    expect(await ask(['b', 'a', 'c'])).toEqual([
      { of: 'b', reading: 2 },
      { of: 'a', reading: 1 },
      { of: 'c', reading: 2 },
    ]);
    await ask(['c', 'a']);
    expect(readings).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });

  it('says of a territory without any that there is none, and keeps that too', async () => {
    const none = async (ids: readonly string[]) => {
      readings.push([...ids]);
      return new Map<string, Figure>();
    };
    expect(await kept.of(['a'], '', none)).toEqual([null]);
    expect(await kept.of(['a'], '', none)).toEqual([null]);
    expect(readings).toHaveLength(1);
  });

  it.each(['b', ANYTHING])('is not what was read while it changed (%s)', async (changed) => {
    await kept.of(['a', 'b'], 'today', async (ids) => {
      const found = await read(ids);
      change(changed);
      return found;
    });
    await ask();
    expect(readings[1]).toEqual(changed === ANYTHING ? ['a', 'b'] : ['b']);
  });

  it('holds for its moment', async () => {
    await ask();
    await ask(['a'], 'tomorrow');
    await ask();
    expect(readings).toEqual([['a', 'b'], ['a'], ['a', 'b']]);
  });

  it('is nothing while changes may be missed', async () => {
    await ask();
    following = false;
    await ask();
    following = true;
    await ask();
    await ask();
    expect(readings).toHaveLength(3);
  });

  it('gives the same whole until a part of it is another', async () => {
    let made = 0;
    const whole = async (ids?: string[]) => kept.whole('76', await ask(ids), () => ++made);
    await whole();
    expect(await whole()).toBe(1);
    change('elsewhere');
    expect(await whole()).toBe(1);
    change('a');
    expect(await whole()).toBe(2);
    expect(await whole(['a'])).toBe(3);
  });
});
