import { SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('ancrage');

/**
 * A span around one request. Costs next to nothing until an OpenTelemetry SDK is registered, which a deployment does
 * with `NODE_OPTIONS=--import <its registration>`.
 */
export function traceRequest<T>(
  service: string,
  origin: { requestId: string; territoryId: string | null },
  work: () => Promise<T>,
): Promise<T> {
  const attributes = {
    'ancrage.request_id': origin.requestId,
    'ancrage.territory_id': origin.territoryId ?? '',
  };
  return tracer.startActiveSpan(`${service} graphql`, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
