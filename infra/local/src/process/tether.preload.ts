import fs from 'node:fs';

/**
 * Preloaded into every process of a local run: it ends when the supervisor does, even by `kill -9`, because
 * the channel between them closes. What it is asked first is an orderly stop, as by the supervisor itself.
 */
const GRACE_MILLISECONDS = 12_000;

if (process.connected) {
  process.once('disconnect', () => {
    ignoreBrokenOutput();
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MILLISECONDS).unref();
  });
  // Listening to the channel must not by itself keep a process alive.
  process.channel?.unref();
}

/**
 * Nobody reads what is printed any more, and that must not cut the orderly stop short. A logger's last flush
 * (sonic-boom's flushSync) would even try again for ever, so a write that cannot arrive counts as written.
 */
function ignoreBrokenOutput(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const { writeSync } = fs;
  fs.writeSync = ((fd: number, data: string | NodeJS.ArrayBufferView, ...rest: never[]) => {
    try {
      return writeSync(fd, data as string, ...rest);
    } catch (error) {
      if (fd > 2 || (error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
      return Buffer.byteLength(data as string);
    }
  }) as typeof writeSync;
}
