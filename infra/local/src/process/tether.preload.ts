/**
 * Preloaded into every process of a local run: it ends when the supervisor does, even by `kill -9`, because
 * the channel between them closes. What it is asked first is an orderly stop, as by the supervisor itself.
 */
const GRACE_MILLISECONDS = 12_000;

if (process.connected) {
  process.once('disconnect', () => {
    // Nobody reads these pipes any more; writing to them must not cut the orderly stop short.
    process.stdout.on('error', () => {});
    process.stderr.on('error', () => {});
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MILLISECONDS).unref();
  });
  // Listening to the channel must not by itself keep a process alive.
  process.channel?.unref();
}

export {};
