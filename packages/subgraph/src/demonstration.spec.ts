import { describe, expect, it } from 'vitest';
import { readDemonstrationRequest } from './demonstration.js';
import { stableFraction, stableId, stablePick } from './stable-random.js';

const territory = '0b0d1f9e-7a55-4c5c-8a39-6d0f6f1d2c3a';
const input = (text: string) =>
  (async function* () {
    yield Buffer.from(text);
  })();

describe('the request for demonstration records', () => {
  const communes = [
    { code: '09122', population: 9934 },
    { code: '2A004', population: 60 },
  ];

  it('names its communes as an argument', async () => {
    const argv = ['--territory', territory, '--communes', '09122:9934,2A004:60'];
    expect(await readDemonstrationRequest(argv, input(''))).toEqual({ territoryId: territory, communes });
  });

  it('or as JSON on the standard input', async () => {
    const request = await readDemonstrationRequest(
      ['--territory', territory],
      input(JSON.stringify(communes)),
    );
    expect(request).toEqual({ territoryId: territory, communes });
  });

  it.each([
    ['no territory', [], '[]'],
    ['a territory that is no uuid', ['--territory', 'foix', '--communes', '09122:9934'], ''],
    ['no commune', ['--territory', territory], ''],
    ['an empty list', ['--territory', territory], '[]'],
    ['a commune without its population', ['--territory', territory, '--communes', '09122'], ''],
    ['a code that is none', ['--territory', territory, '--communes', '9122:9934'], ''],
  ])('is refused with %s', async (_what, argv, text) => {
    await expect(readDemonstrationRequest(argv, input(text))).rejects.toThrow(/must be/);
  });
});

describe('what is generated', () => {
  it('is the same for the same words, and a uuid', () => {
    expect(stableId('solo', 1)).toBe(stableId('solo', 1));
    expect(stableId('solo', 1)).not.toBe(stableId('solo', 2));
    expect(stableId('solo', 1)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(stableFraction('a')).toBe(stableFraction('a'));
  });

  it('falls on an item as often as it weighs', () => {
    const items = [
      { name: 'town', weight: 9 },
      { name: 'hamlet', weight: 1 },
      { name: 'nobody', weight: 0 },
    ];
    const counts: Record<string, number> = {};
    for (let index = 0; index < 1000; index += 1) {
      const { name } = stablePick(items, (item) => item.weight, 'pick', index);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(counts.town).toBeGreaterThan(850);
    expect(counts.hamlet).toBeGreaterThan(50);
    expect(counts.nobody).toBeUndefined();
  });
});
