import { openHouse, SettingsError } from './house.js';

try {
  const house = await openHouse(process.env);
  const stop = () => void house.stop().then(() => process.exit(0), leave);
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  leave(error);
}

function leave(error: unknown): never {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof SettingsError) console.error(`Settings to correct before starting:\n${error.message}`);
  else if (code === 'EADDRINUSE')
    console.error(`Port ${port} is already in use: stop what uses it, or set PORT.`);
  else console.error(error);
  process.exit(1);
}
