import type { WriteStream } from 'node:tty';

const WIDTH = 30;
const INTERVAL = 100;

/** Draws how far a file was read, on a terminal only; the returned function erases it. */
export function progressBar(terminal: WriteStream): {
  onProgress: (bytes: number, total: number | null) => void;
  end: () => void;
} {
  if (!terminal.isTTY) return { onProgress: () => {}, end: () => {} };
  let drawn = 0;
  return {
    onProgress(bytes, total) {
      if (performance.now() - drawn < INTERVAL && bytes !== total) return;
      drawn = performance.now();
      const megabytes = `${(bytes / 1e6).toFixed(1)} MB`;
      const share = total ? Math.min(1, bytes / total) : null;
      const bar =
        share === null
          ? ''
          : `[${'='.repeat(Math.round(share * WIDTH)).padEnd(WIDTH)}] ${Math.floor(share * 100)} % `;
      terminal.write(`\r\u001b[K${bar}${megabytes}${share === 1 ? ', writing…' : ''}`);
    },
    end: () => terminal.write('\r\u001b[K'),
  };
}
