import { parentPort, workerData } from 'node:worker_threads';
import { renderTiles } from './render-tiles.js';

// Rendering a region takes seconds of computing: in a thread of its own, requests go on being answered meanwhile.
const tiles = renderTiles(workerData.layer, workerData.features);
parentPort?.postMessage(tiles);
