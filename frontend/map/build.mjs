// Builds world.svg (one shape per State, used by reference) and shapes.csv (where each one is).
// Equal Earth projection (Šavrič, Patterson and Jenny 2018); Natural Earth 1:50 million, public domain.
import { mkdirSync, writeFileSync } from 'node:fs'
import { geoGraticule, geoPath, geoEqualEarth } from 'd3-geo'
import { places } from './places.mjs'
import { disperse } from './disperse.mjs'
import { area, largest, middle, outlines, pathData } from './outline.mjs'
import { STATE_ROWS } from './territories.mjs'

const WIDTH = 1000
const RADIUS = 3.2
const APART = 2 * RADIUS + 0.6
const SMALL = 12 // map units² of the largest island: about 15,000 km²
const WEIGHT = 0.06
const ISLET = 0.25
const MOST_BYTES = 200_000
const folder = new URL('../../src/palermo/web/static/map/', import.meta.url)

// 11° E in the middle keeps the Russian Far East in one piece, at the right-hand edge.
const projection = geoEqualEarth().rotate([-11, 0]).precision(0).fitWidth(WIDTH, { type: 'Sphere' })
const round = (n) => Math.round(n * 10) / 10

const found = places()
const drawn = outlines(found, projection, WEIGHT)
const exact = outlines(found, projection, 0)
const states = [...found.keys()].filter((key) => key !== 'OTHER').sort()
const spots = new Map(states.map((key) => [key, spot(exact.get(key))]))
disperse([...spots.values()].filter((place) => place.small), APART)
check()
mkdirSync(folder, { recursive: true })
const svg = page()
if (svg.length > MOST_BYTES) throw new Error(`expected at most ${MOST_BYTES} bytes of SVG, got ${svg.length}`)
writeFileSync(new URL('world.svg', folder), svg)
writeFileSync(new URL('shapes.csv', folder), table())
const count = [...spots.values()].filter((place) => place.small).length
console.log(`map: ${states.length} States, ${count} of them with a circle, ${svg.length} bytes`)

function spot(polygons) {
  const main = largest(polygons)
  return { ...middle(main), small: area(main[0]) < SMALL }
}

function check() {
  const bad = states.filter((key) => !/^[A-Z]{3}$/.test(key) || !Number.isFinite(spots.get(key).x))
  if (bad.length || states.length !== STATE_ROWS) {
    throw new Error(`expected ${STATE_ROWS} States with a place, got ${states.length}; without a place: ${bad}`)
  }
}

function shape(key) {
  const { x, y, small } = spots.get(key)
  const path = pathData(drawn.get(key), ISLET)
  if (!small) return `<path id="${key}" d="${path}"/>`
  const circle = `<circle cx="${round(x)}" cy="${round(y)}" r="${RADIUS}"/>`
  return `<g id="${key}">${path && `<path d="${path}"/>`}${circle}</g>`
}

function curve(object) {
  // Whole lines are few, so full precision of the curve costs nothing.
  return geoPath(geoEqualEarth().rotate([-11, 0]).precision(0.3).fitWidth(WIDTH, { type: 'Sphere' })).digits(1)(object)
}

function page() {
  const height = Math.ceil(geoPath(projection).bounds({ type: 'Sphere' })[1][1])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" fill="#c3ccd3" stroke="#fff" stroke-width=".4">`,
    '<!-- Natural Earth, public domain; Equal Earth projection. Boundaries shown are not official and imply no',
    'endorsement by the United Nations. Shapes carry no colour: each takes it from the <use> that shows it. -->',
    `<g fill="#eff4f7" stroke="none"><path id="SPHERE" d="${curve({ type: 'Sphere' })}"/></g>`,
    `<g fill="none" stroke="#e0e8ed"><path id="GRATICULE" d="${curve(geoGraticule().step([30, 30]).precision(5)())}"/></g>`,
    `<path id="OTHER" d="${pathData(drawn.get('OTHER'), ISLET)}"/>`,
    ...states.map(shape),
    '</svg>',
    '',
  ].join('\n')
}

function table() {
  const rows = states.map((key) => {
    const { x, y, small } = spots.get(key)
    return `${key},${round(x)},${round(y)},${small ? 1 : 0}`
  })
  return ['iso3,x,y,small', ...rows, ''].join('\n')
}
