import { fail, runProcess } from '@ancrage/subgraph';
import { createApp } from './app.js';
import { readEnv } from './env.js';

try {
  const env = readEnv();
  await runProcess(env, () => createApp(env));
} catch (error) {
  fail(error);
}
