import { Agent, request } from 'node:http';
import type { Asked, Question, Waits } from './waiting.js';

/*
 * A process that asks and waits, and holds nothing else: what a client of its own memory would have to tidy up between two
 * answers must not count as time that the server took.
 */
process.on('message', async (question: Question) => {
  process.send?.(await measured(question).catch((error: unknown) => ({ error: String(error) })));
});
process.send?.('ready');

/** Sends a request so many times, a few at once, and reads the answers to their end. */
async function measured({ asked, times, atOnce }: Question): Promise<Waits> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waits: number[] = [];
  let bytes = 0;
  let left = times;
  const started = performance.now();
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const at = performance.now();
      bytes = await send(asked, agent);
      waits.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { waits, seconds, bytes };
}

const send = ({ url, method, headers, body }: Asked, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
