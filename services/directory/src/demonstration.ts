import { fail } from '@ancrage/subgraph';
import { readDemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { demonstrate } from './demonstration/demonstrate.js';
import { readOwnerUrl } from './env.js';

try {
  const ownerUrl = readOwnerUrl();
  const outcome = await demonstrate(
    ownerUrl,
    await readDemonstrationRequest(process.argv.slice(2), process.stdin),
  );
  if (outcome === 'REFUSED') {
    console.error('This territory has a true directory: generated solos are not mixed with it.');
    process.exitCode = 2;
  } else {
    console.log(
      outcome === 'LOADED'
        ? 'The demonstration directory is loaded.'
        : 'The demonstration directory was loaded before.',
    );
  }
} catch (error) {
  fail(error);
}
