import { startCluster } from './cluster.js';
import { benchColdStart } from './cold-start.js';
import { benchCrowdedTiles } from './crowded-tiles.js';
import { benchDirectory } from './directory.js';
import { benchImport } from './import.js';
import { benchMap } from './map.js';
import { startPlatform, type Topology } from './platform.js';
import { benchReferencePage, prepareReferencePage } from './reference-page.js';
import { benchRegion } from './region.js';
import { benchSeats } from './seats.js';
import { benchTiles } from './tiles.js';

// Prints, and asserts nothing: a ratio on a busy machine is no reason to refuse a change.
const only = process.argv[2];
if (!only || only === 'start') await benchColdStart();
if (!only || only === 'page' || only === 'tiles') {
  const cluster = await startCluster();
  try {
    const { territoryId, floorUrl } = await prepareReferencePage(cluster);
    // The processes apart come last: the crowded territory that ends them would weigh on what is measured after.
    const topologies: Topology[] = only === 'tiles' ? ['apart'] : ['together', 'apart'];
    for (const topology of topologies) {
      const platform = await startPlatform(cluster, topology);
      try {
        if (only !== 'tiles') await benchReferencePage(cluster, platform, floorUrl, topology);
        if (only !== 'page' && topology === 'apart') {
          await benchTiles(cluster, platform, territoryId);
          await benchCrowdedTiles(cluster, platform, territoryId);
        }
      } finally {
        await platform.stop();
      }
    }
  } finally {
    await cluster.stop();
  }
}
if (!only || only === 'map') {
  const cluster = await startCluster();
  try {
    await benchMap(cluster);
  } finally {
    await cluster.stop();
  }
}
if (!only || only === 'directory') {
  const cluster = await startCluster();
  try {
    await benchDirectory(cluster);
  } finally {
    await cluster.stop();
  }
}
if (!only || only === 'import') {
  const cluster = await startCluster();
  try {
    await benchImport(cluster);
  } finally {
    await cluster.stop();
  }
}
if (!only || only === 'seats') {
  const cluster = await startCluster();
  try {
    await benchSeats(cluster);
  } finally {
    await cluster.stop();
  }
}
if (!only || only === 'region') {
  const cluster = await startCluster();
  try {
    await benchRegion(cluster);
  } finally {
    await cluster.stop();
  }
}
