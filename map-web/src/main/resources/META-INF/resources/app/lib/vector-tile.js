// @ts-check
/** Reads Mapbox Vector Tiles (specification 2.1) into plain objects. */
import Pbf from 'pbf';

/** @typedef {{x: number, y: number}} Point in units of the tile */
/** @typedef {{type: number, lines: Point[][], tags: Record<string, string | number | boolean>}} Feature type 1 points, 2 lines, 3 areas */
/** @typedef {{extent: number, features: Feature[]}} TileLayer */

const MOVE = 1;
const LINE = 2;

/** @param {ArrayBuffer} bytes unpacked @returns {Map<string, TileLayer>} by name */
export function readTile(bytes) {
  const layers = new Map();
  new Pbf(bytes).readFields((tag, _, pbf) => {
    if (tag !== 3) return;
    const { name, layer } = readLayer(pbf, pbf.readVarint() + pbf.pos);
    layers.set(name, layer);
  }, null);
  return layers;
}

/** @param {Pbf} source @param {number} end */
function readLayer(source, end) {
  const read = { name: '', extent: 4096, keys: /** @type {string[]} */ ([]), values: /** @type {any[]} */ ([]), raw: /** @type {any[]} */ ([]) };
  source.readFields(
    (tag, _, pbf) => {
      if (tag === 1) read.name = pbf.readString();
      else if (tag === 2) read.raw.push(readFeature(pbf, pbf.readVarint() + pbf.pos));
      else if (tag === 3) read.keys.push(pbf.readString());
      else if (tag === 4) read.values.push(readValue(pbf, pbf.readVarint() + pbf.pos));
      else if (tag === 5) read.extent = pbf.readVarint();
    },
    null,
    end,
  );
  const features = read.raw.map(({ type, pairs, steps }) => ({ type, lines: walk(steps), tags: tagsOf(pairs, read.keys, read.values) }));
  return { name: read.name, layer: { extent: read.extent, features } };
}

/** @param {Pbf} source @param {number} end */
function readFeature(source, end) {
  const read = { type: 0, pairs: /** @type {number[]} */ ([]), steps: /** @type {number[]} */ ([]) };
  source.readFields(
    (tag, _, pbf) => {
      if (tag === 2) pbf.readPackedVarint(read.pairs);
      else if (tag === 3) read.type = pbf.readVarint();
      else if (tag === 4) pbf.readPackedVarint(read.steps);
    },
    null,
    end,
  );
  return read;
}

/** @param {Pbf} source @param {number} end */
function readValue(source, end) {
  /** @type {{is: any}} */
  const value = { is: null };
  source.readFields(
    (tag, _, pbf) => {
      if (tag === 1) value.is = pbf.readString();
      else if (tag === 2) value.is = pbf.readFloat();
      else if (tag === 3) value.is = pbf.readDouble();
      else if (tag === 4) value.is = pbf.readVarint(true);
      else if (tag === 5) value.is = pbf.readVarint();
      else if (tag === 6) value.is = pbf.readSVarint();
      else if (tag === 7) value.is = pbf.readBoolean();
    },
    null,
    end,
  );
  return value.is;
}

/** @param {number[]} pairs @param {string[]} keys @param {any[]} values */
function tagsOf(pairs, keys, values) {
  /** @type {Record<string, any>} */
  const tags = {};
  for (let i = 0; i + 1 < pairs.length; i += 2) tags[keys[pairs[i]]] = values[pairs[i + 1]];
  return tags;
}

/** The commands of a geometry as lines. @param {number[]} steps @returns {Point[][]} */
function walk(steps) {
  /** @type {Point[][]} */
  const lines = [];
  let [x, y, at] = [0, 0, 0];
  while (at < steps.length) {
    const command = steps[at] & 7;
    const times = steps[at++] >> 3;
    if (command !== MOVE && command !== LINE) {
      const line = lines.at(-1);
      if (line?.length) line.push(line[0]);
      continue;
    }
    for (let i = 0; i < times && at + 1 < steps.length; i++) {
      x += unfold(steps[at++]);
      y += unfold(steps[at++]);
      if (command === MOVE) lines.push([{ x, y }]);
      else lines.at(-1)?.push({ x, y });
    }
  }
  return lines;
}

/** @param {number} n */
function unfold(n) {
  return (n >> 1) ^ -(n & 1);
}
