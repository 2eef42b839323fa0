import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { openDatabase } from '@ancrage/subgraph/database';
import { DATABASE } from './database.js';
import { readEnv } from './env.js';
import { BounceAddresses } from './mail/bounce-address.js';
import { LARGEST_BOUNCE } from './mail/read-bounce.js';
import { takeBounce } from './mail/take-bounce.js';

/**
 * Takes messages that came back, from files or from the standard input, as a mail server hands them over to a command:
 * `npm run bounces -w services/accompaniment < message.eml`. ORIGINAL_RECIPIENT, which Postfix sets, says where one came
 * in. A message that is no report, or not about a letter of ours, is said and left alone.
 */
const files = process.argv.slice(2);
const env = readEnv({
  ...process.env,
  PORT: '1',
  GATEWAY_SECRET: 'not used by commands, which serve nobody',
});
if (!env.bounces) {
  console.error('MAIL_BOUNCES is not set: letters have no address to come back to.');
  process.exit(2);
}
const addresses = new BounceAddresses(env.linkSecret, env.bounces);
const database = await openDatabase(DATABASE, { appUrl: env.databaseUrl, ownerUrl: env.databaseOwnerUrl });
try {
  const messages =
    files.length > 0 ? await Promise.all(files.map((file) => readFile(file))) : [await buffer(process.stdin)];
  for (const message of messages) {
    const outcome =
      message.length > LARGEST_BOUNCE
        ? 'NO_REPORT'
        : await takeBounce(database, addresses, message, process.env['ORIGINAL_RECIPIENT']);
    console.log(outcome);
  }
} finally {
  await database.close();
}
