import type { WriteStream } from 'node:tty';

const WIDTH = 30;
const INTERVAL = 100;

/** How much of a file was read, in words. */
export const megabytes = (bytes: number, total: number | null): string =>
  `${(bytes / 1e6).toFixed(1)} MB${total && bytes >= total ? ', writing…' : ''}`;

/** Draws how far a work has come, on a terminal only, and `say`s it; `end` erases it. */
export function progressBar(
  terminal: WriteStream,
  say: (done: number, total: number | null) => string,
): {
  onProgress: (done: number, total: number | null) => void;
  end: () => void;
} {
  if (!terminal.isTTY) return { onProgress: () => {}, end: () => {} };
  let drawn = 0;
  return {
    onProgress(done, total) {
      if (performance.now() - drawn < INTERVAL && done !== total) return;
      drawn = performance.now();
      const share = total ? Math.min(1, done / total) : null;
      const bar =
        share === null
          ? ''
          : `[${'='.repeat(Math.round(share * WIDTH)).padEnd(WIDTH)}] ${Math.floor(share * 100)} % `;
      terminal.write(`\r\u001b[K${bar}${say(done, total)}`);
    },
    end: () => terminal.write('\r\u001b[K'),
  };
}
