export { type Listener, notifications } from './changes.js';
export { SubgraphContext, type TerritoryCard } from './context.js';
export { createLogger, type Logger } from './logging.js';
export { fail, runProcess } from './run.js';
export type { Scope } from './scope.js';
export { createSubgraph, type Subgraph } from './server.js';
