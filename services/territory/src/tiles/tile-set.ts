import type { Logger } from '@ancrage/subgraph';
import type { RenderedTiles } from './rendered-tiles.js';
import { type RenderJob, renderTileSet } from './tile-renderer.js';
import { addressVersion } from './tile-versions.js';

export interface TileVersion {
  /** As it stands in the address. */
  version: string;
  tiles: RenderedTiles;
}

/** One set of tiles of one territory: rendered when first asked for, then whenever its content changes. */
export class TileSetState {
  private current: TileVersion | undefined;
  private rendering: Promise<TileVersion> | undefined;
  private wanted: string | undefined;
  /** What was wanted when the last rendering began: the same wish is not tried twice. */
  private attempted: string | undefined;

  constructor(
    private readonly job: RenderJob,
    private readonly log: Logger,
  ) {}

  /** The tiles that are ready, or else those being rendered. A failure is not remembered: the next call tries again. */
  get(): Promise<TileVersion> {
    return this.current ? Promise.resolve(this.current) : this.render();
  }

  /**
   * Renders the content that the database speaks of, if these tiles were ever asked for. One rendering runs at a time:
   * a change meanwhile is rendered after it, once however many there were.
   */
  follow(content: string): void {
    this.wanted = addressVersion(content);
    if (this.current && this.current.version !== this.wanted) this.render().catch(() => {});
  }

  private render(): Promise<TileVersion> {
    this.rendering ??= this.renderOnce().finally(() => {
      this.rendering = undefined;
      const missed = this.current && this.current.version !== this.wanted && this.wanted !== this.attempted;
      if (missed) this.render().catch(() => {});
    });
    return this.rendering;
  }

  private async renderOnce(): Promise<TileVersion> {
    this.attempted = this.wanted;
    const started = performance.now();
    try {
      const { content, tiles } = await renderTileSet(this.job);
      this.current = { version: addressVersion(content), tiles };
      const milliseconds = Math.round(performance.now() - started);
      this.log.info({ version: this.current.version, tiles: tiles.size, milliseconds }, 'tiles rendered');
      return this.current;
    } catch (error) {
      this.log.error({ err: error }, 'tiles were not rendered');
      throw error;
    }
  }
}
