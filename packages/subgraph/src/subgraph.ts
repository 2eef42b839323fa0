export { SubgraphContext } from './context.js';
export { fail, runProcess } from './run.js';
export { createSubgraph, type Subgraph } from './server.js';
export { createLogger, type Logger } from './logging.js';
export type { Scope } from './scope.js';
export { type Listener, notifications } from './changes.js';
