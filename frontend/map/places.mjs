// Reads the atlas and returns one list of longitude-latitude polygons per State row.
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { geoBounds } from 'd3-geo'
import { CORRECTIONS, ONLY_IN_DETAIL, PART_OF_STATE, TERRITORIES, UNCODED } from './territories.mjs'

const require = createRequire(import.meta.url)
const iso = require('i18n-iso-countries')

/** Map of alpha-3 (or OTHER) to an array of polygons, each an array of rings. Throws on an unknown place. */
export function places() {
  const found = new Map()
  for (const item of features('world-atlas/countries-50m.json')) add(found, keyOf(item), polygonsOf(item.geometry))
  for (const item of features('world-atlas/countries-10m.json')) {
    const code = item.id && iso.numericToAlpha3(item.id)
    if (ONLY_IN_DETAIL.includes(code)) add(found, code, polygonsOf(item.geometry))
  }
  CORRECTIONS.forEach((correction) => correct(found, correction))
  return found
}

function features(file) {
  const atlas = require(file)
  return feature(atlas, atlas.objects.countries).features
}

function keyOf(item) {
  const name = item.properties.name
  if (PART_OF_STATE[name]) return PART_OF_STATE[name]
  if (UNCODED.has(name)) return 'OTHER'
  const code = item.id && iso.numericToAlpha3(item.id)
  if (!code) throw new Error(`expected an ISO number, got ${item.id} for "${name}": name it in territories.mjs`)
  return TERRITORIES.has(code) ? 'OTHER' : code
}

function polygonsOf(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

function add(found, key, polygons) {
  found.set(key, [...(found.get(key) ?? []), ...polygons])
}

function correct(found, { what, from, to, whole, cut }) {
  const kept = []
  const moved = []
  for (const polygon of found.get(from)) {
    if (whole) (whole(geoBounds({ type: 'Polygon', coordinates: polygon })) ? moved : kept).push(polygon)
    else divide(polygon, cut, kept, moved)
  }
  if (!moved.length) throw new Error(`expected to find ${what} inside ${from}, found nothing: the atlas changed`)
  found.set(from, kept)
  add(found, to, moved)
}

function divide(polygon, { axis, at, keep }, kept, moved) {
  const side = (sign) => polygon.map((ring) => half(ring, axis, at, sign)).filter((ring) => ring.length > 3)
  const sign = keep === 'greater' ? 1 : -1
  const [inner, outer] = [side(sign), side(-sign)]
  if (inner.length) kept.push(inner)
  if (outer.length) moved.push(outer)
}

/** The part of a closed ring on one side of a meridian or parallel (Sutherland and Hodgman 1974). */
function half(ring, axis, at, sign) {
  const within = (point) => sign * (point[axis] - at) >= 0
  const out = []
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (within(a)) out.push(a)
    if (within(a) !== within(b)) out.push(crossing(a, b, axis, at))
  }
  return out.length ? [...out, out[0]] : out
}

function crossing(a, b, axis, at) {
  const other = 1 - axis
  const point = []
  point[axis] = at
  point[other] = a[other] + ((at - a[axis]) / (b[axis] - a[axis])) * (b[other] - a[other])
  return point
}
