// Projects, simplifies with shared borders kept shared, and writes short SVG paths.
import { geoProject } from 'd3-geo-projection'
import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'

/** Map of key to planar MultiPolygon coordinates. `weight`: triangles smaller than this (map units²) are dropped. */
export function outlines(places, projection, weight) {
  const pieces = {}
  for (const [key, polygons] of places) {
    polygons.forEach((coordinates, i) => {
      const drawn = geoProject({ type: 'Polygon', coordinates }, projection)
      if (drawn) pieces[`${key}/${i}`] = drawn
    })
  }
  const simple = simplify(presimplify(topology(pieces, 1e6)), weight)
  return new Map([...places.keys()].map((key) => [key, dissolve(simple, key)]))
}

/** Joins the pieces of one key, so that no line is drawn inside it. */
function dissolve(simple, key) {
  const own = Object.entries(simple.objects).filter(([name]) => name.startsWith(`${key}/`)).map(([, shape]) => shape)
  return merge(simple, own.filter((shape) => shape.type)).coordinates
}

/** Area in map units² of one planar ring. */
export function area(ring) {
  let twice = 0
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1]
  return Math.abs(twice) / 2
}

/** The polygon with the largest outer ring. */
export function largest(polygons) {
  return polygons.reduce((best, polygon) => (area(polygon[0]) > area(best[0]) ? polygon : best))
}

/** A point inside the polygon, near its middle: the middle of the widest run at the height of the centroid. */
export function middle(polygon) {
  const [, y] = centroid(polygon[0])
  const cuts = polygon.flatMap((ring) => crossings(ring, y)).sort((a, b) => a - b)
  let best = [cuts[0], cuts[0]]
  for (let i = 0; i + 1 < cuts.length; i += 2) if (cuts[i + 1] - cuts[i] > best[1] - best[0]) best = [cuts[i], cuts[i + 1]]
  return { x: (best[0] + best[1]) / 2, y }
}

export function centroid(ring) {
  let [x, y, sum] = [0, 0, 0]
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]]
    const cross = (ax - ring[0][0]) * (by - ring[0][1]) - (bx - ring[0][0]) * (ay - ring[0][1])
    x += (ax + bx + ring[0][0]) * cross; y += (ay + by + ring[0][1]) * cross; sum += cross
  }
  return sum ? [x / (3 * sum), y / (3 * sum)] : ring[0]
}

function crossings(ring, y) {
  const found = []
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]]
    if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
  }
  return found
}

/** SVG path data with one decimal, relative, without a needless character. Islets under `least` units² are left out. */
export function pathData(polygons, least) {
  const biggest = Math.max(...polygons.map((polygon) => area(polygon[0])))
  return polygons
    .filter(([outer]) => area(outer) >= Math.min(least, biggest))
    .flatMap((polygon) => polygon.map(ringData)).join('')
}

function ringData(ring) {
  const tenths = ring.slice(0, -1).map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)])
  const points = tenths.filter((p, i) => { const q = tenths.at(i - 1); return p[0] !== q[0] || p[1] !== q[1] })
  if (points.length < 3) return ''
  const steps = points.map((p, i) => (i ? [p[0] - points[i - 1][0], p[1] - points[i - 1][1]] : p))
  return `M${short(steps[0])}l${short(steps.slice(1).flat())}z`
}

/** Numbers given in tenths, joined as SVG allows: a minus sign or a second point separates by itself. */
export function short(tenths) {
  let out = ''
  for (const n of tenths) {
    const text = String(n / 10).replace(/^(-?)0\./, '$1.')
    const glued = !out || text[0] === '-' || (text[0] === '.' && /\.\d*$/.test(out.match(/[^\s-]*$/)[0]))
    out += glued ? text : ` ${text}`
  }
  return out
}
