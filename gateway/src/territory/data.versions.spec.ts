import { describe, expect, it } from 'vitest';
import { DataVersions } from './data.versions.js';

describe('the version of a territory', () => {
  it('grows with its own changes and not with those of others', () => {
    const versions = new DataVersions(() => true);
    const before = versions.current('foix');
    versions.changed('couserans');
    expect(versions.current('foix')).toBe(before);
    versions.changed('foix');
    expect(versions.current('foix')).toBeGreaterThan(before as number);
  });

  it('grows when anything may have changed, and never comes back to a former one', () => {
    const versions = new DataVersions(() => true);
    const seen = new Set([versions.current('foix')]);
    for (const change of ['foix', '*', 'foix', '*', 'couserans', '*']) {
      const before = versions.current('foix');
      versions.changed(change);
      if (change === 'couserans') continue;
      expect(seen.has(versions.current('foix'))).toBe(false);
      expect(versions.current('foix')).toBeGreaterThan(before as number);
      seen.add(versions.current('foix'));
    }
  });

  it('is unknown while changes may be missed', () => {
    let complete = false;
    const versions = new DataVersions(() => complete);
    expect(versions.current('foix')).toBeNull();
    expect(versions.current(null)).toBeNull();
    complete = true;
    expect(versions.current('foix')).not.toBeNull();
  });
});

it('the version of all territories grows with any change', () => {
  const versions = new DataVersions(() => true);
  let before = versions.current(null) as number;
  for (const change of ['foix', 'couserans', '*']) {
    versions.changed(change);
    expect(versions.current(null)).toBeGreaterThan(before);
    before = versions.current(null) as number;
  }
});
