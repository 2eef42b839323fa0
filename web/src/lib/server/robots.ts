/** Programmes that follow links by themselves, as they name themselves. The others are taken for people. */
const robots =
  /bot\b|bot[/_-]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|embedly|curl|wget|python|headless(?!chrome)|monitor|scan|fetch|http-client|okhttp|lighthouse/i;

/** Whether a request is plainly a programme's, or of a browser that only looks ahead. */
export function isRobot(headers: Headers): boolean {
  const agent = headers.get('user-agent') ?? '';
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? '';
  return agent === '' || robots.test(agent) || purpose.includes('prefetch');
}
