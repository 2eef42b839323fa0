import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@ancrage/testing/eventually';
import { freePort } from '@ancrage/testing/free-port';
import { PostOffice } from '@ancrage/testing/post-office';
import { startSubgraph } from '@ancrage/testing/subgraph';
import { expect, it } from 'vitest';
import { createApp } from '../dist/app.js';
import { DirectoryWorld, LINK_SECRET } from './support/directory-world.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const SECRET = 'a secret that only this test knows';

it('leaves after the crash of who was sending it, and says that it is the same letter', async () => {
  const world = await DirectoryWorld.create();
  const office = await PostOffice.open();
  office.silent = true;
  const id = randomUUID();
  await world.superuser.query(
    `insert into letter (id, territory_id, key, recipient, subject, body) values ($1, $2, 'k', 'amelie@exemple.test', 'Essai', 'Bonjour')`,
    [id, randomUUID()],
  );
  const crashing = spawn(process.execPath, [MAIN], {
    env: {
      ...{ PORT: String(await freePort()), GATEWAY_SECRET: SECRET, LINK_SECRET: SECRET },
      ...{ SMTP_URL: office.mail.smtpUrl, MAIL_FROM: office.mail.from, LOG_LEVEL: 'silent' },
      ...{
        DIRECTORY_DATABASE_URL: world.database.appUrl,
        DIRECTORY_DATABASE_OWNER_URL: world.database.ownerUrl,
      },
    },
    stdio: 'ignore',
  });
  await eventually(() => office.received).toBe(1);
  crashing.kill('SIGKILL');
  await once(crashing, 'exit');
  office.silent = false;

  const { mail } = office;
  const next = await startSubgraph(createApp, world.database, { linkSecret: LINK_SECRET, mail });
  await eventually(() => office.delivered.length).toBe(1);
  expect(office.delivered[0]?.raw).toMatch(new RegExp(`^Message-ID: <${id}@ancrage.test>`, 'im'));
  await next.stop();
  await office.close();
  await world.close();
});
