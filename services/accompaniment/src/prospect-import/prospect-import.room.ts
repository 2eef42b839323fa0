import type { Room } from '../room.js';
import { ProspectImportResolver } from './prospect-import.resolver.js';

export const prospectImportRoom: Room = { resolvers: [ProspectImportResolver], made: () => [] };
