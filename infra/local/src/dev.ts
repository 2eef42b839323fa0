import { startCompiler } from './development/compiler.js';
import { restartOnChange } from './development/restarts.js';
import { withDevelopmentWeb } from './development/vite.js';
import { runPlatform } from './run.js';

/** `npm run dev`: the platform from its sources, each change compiled and restarted, until Ctrl-C. */
await runPlatform({
  patient: true,
  prepare: startCompiler,
  adapt: withDevelopmentWeb,
  started: restartOnChange,
});
