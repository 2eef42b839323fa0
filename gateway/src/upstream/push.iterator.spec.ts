import { expect, it, vi } from 'vitest';
import { PushIterator } from './push.iterator.js';

it('gives values in their order, whether pushed before or after they are asked for', async () => {
  const iterator = new PushIterator<number>(() => {});
  iterator.push(1);
  const asked = [iterator.next(), iterator.next()];
  iterator.push(2);
  iterator.push(3);
  iterator.finish();
  expect((await Promise.all([...asked, iterator.next(), iterator.next()])).map(({ value }) => value)).toEqual(
    [1, 2, 3, undefined],
  );
});

it('returns at once, even while a value is waited for, and releases once', async () => {
  const release = vi.fn();
  const iterator = new PushIterator<number>(release);
  const waiting = iterator.next();
  await iterator.return();
  expect((await waiting).done).toBe(true);
  iterator.push(1);
  iterator.finish();
  expect((await iterator.next()).done).toBe(true);
  expect(release).toHaveBeenCalledOnce();
});

it('gives what came before a failure, then the failure, then nothing', async () => {
  const iterator = new PushIterator<number>(() => {});
  iterator.push(1);
  iterator.finish(new Error('cut'));
  expect((await iterator.next()).value).toBe(1);
  await expect(iterator.next()).rejects.toThrow('cut');
  expect((await iterator.next()).done).toBe(true);
});

it('gives up on a reader who does not read', async () => {
  const release = vi.fn();
  const iterator = new PushIterator<number>(release);
  for (let i = 0; i < 2_000; i++) iterator.push(i);
  expect(release).toHaveBeenCalledOnce();
});
