import { expect, it } from 'vitest';
import { movesOf, undoOf } from './moves.ts';

const standing = (status: 'IDENTIFIED' | 'CONSENTED' | 'REFUSED', more = {}) => ({
  status,
  hiddenBecause: null,
  contact: { objectedAt: null },
  ...more,
});

it('leads from each stage to the next ones', () => {
  expect(movesOf(standing('IDENTIFIED'))).toEqual(['CONTACTED', 'REFUSED']);
  expect(movesOf(standing('CONSENTED'))).toEqual(['PUBLISH']);
});

it('leaves to the person what is theirs', () => {
  expect(movesOf(standing('CONSENTED', { hiddenBecause: 'PAUSED' }))).toEqual([]);
  expect(movesOf(standing('REFUSED', { contact: { objectedAt: '2026-11-01' } }))).toEqual([]);
});

it('takes a move back to where it started', () => {
  expect(undoOf('REFUSED', 'CONTACTED')).toBe('CONTACTED');
  expect(undoOf('PUBLISH', 'CONSENTED')).toBe('HIDE');
  expect(undoOf('REFUSED', 'CONSENTED')).toBeNull();
});
