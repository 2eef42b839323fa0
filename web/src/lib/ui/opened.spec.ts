import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { opened } from './opened.ts';

const templates = globSync('../../**/*.svelte', { cwd: import.meta.dirname });

describe('folded parts of a page', () => {
  it('stand open for a reason alone', () => {
    expect(opened(true)).toEqual({ open: true });
    expect(opened(false)).toEqual({});
  });

  it('are never closed again by the script that arrives after the reader', () => {
    expect(templates.length).toBeGreaterThan(100);
    const closing = templates.filter((file) =>
      /<details[^>]*?\s(?:bind:)?(?:open=|\{open\})/.test(
        readFileSync(`${import.meta.dirname}/${file}`, 'utf8'),
      ),
    );
    expect(closing).toEqual([]);
  });
});
