import { LRUCache } from 'lru-cache';

/** A tile as it goes onto the wire; without bytes, one that holds nothing. */
export type StoredTile = {
  status: number;
  etag: string | undefined;
  caching: string;
  /** Names and values in turn, as `response.writeHead` takes them fastest. */
  headers: string[];
  bytes: Buffer;
};

const OVERHEAD_BYTES = 512;

/** Tiles that never change, by address: their address changes with their content instead. */
export class TileCache {
  private readonly tiles: LRUCache<string, StoredTile> | undefined;

  /** @param bytes how much memory the tiles may take; 0 keeps none */
  constructor(bytes: number) {
    if (bytes === 0) return;
    this.tiles = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 8),
      sizeCalculation: (tile, key) => tile.bytes.length + key.length + OVERHEAD_BYTES,
    });
  }

  get(address: string): StoredTile | undefined {
    return this.tiles?.get(address);
  }

  /** Keeps a tile whose headers promise that it never changes; any other is left. */
  keep(address: string, tile: StoredTile): void {
    if (tile.caching.includes('immutable')) this.tiles?.set(address, tile);
  }
}
