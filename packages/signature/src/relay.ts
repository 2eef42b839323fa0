/**
 * Where the gateway takes what one service asks of another as GraphQL, signed on behalf of the viewer who made it ask:
 * the name of the service follows.
 */
export const RELAYED_GRAPHQL_PATH = '/internal/graphql';
