import { runPlatform } from './run.js';

/** `npm start`: the whole platform, until Ctrl-C. */
await runPlatform();
