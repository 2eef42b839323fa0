import { runDemonstration } from '@ancrage/subgraph/demonstration';
import { demonstrate } from './demonstration/demonstrate.js';
import { readOwnerUrl } from './env.js';

await runDemonstration((request) => demonstrate(readOwnerUrl(), request));
