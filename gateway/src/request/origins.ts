/**
 * Which browser origins may connect. A pattern is an origin in which `*` stands for any host label or any port:
 * `https://*.ancrage.example`, `http://*.localhost:*`.
 */
export class AllowedOrigins {
  private readonly patterns: RegExp[];

  constructor(patterns: string[]) {
    this.patterns = patterns.map((pattern) => {
      const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`^${escaped.replaceAll(':*', '(:\\d+)?').replaceAll('*', '[a-z0-9-]+')}$`, 'i');
    });
  }

  /** Callers without an Origin are not browsers: nobody's cookies or session ride on their requests. */
  allows(origin: string | undefined): boolean {
    return origin === undefined || this.patterns.some((pattern) => pattern.test(origin));
  }
}
