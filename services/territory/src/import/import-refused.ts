import { TerritoryRefusedError } from '../territory/territory-request.js';

/** A file, or an address, that is not imported; the database stays as it was. */
export class ImportRefusedError extends TerritoryRefusedError {
  constructor(...problems: string[]) {
    super(problems);
    this.name = 'ImportRefusedError';
  }
}
