// Writes gallery.html and gallery.rtl.html: every component once, to look at. Serve the repository root to see the map.
import { readFileSync, writeFileSync } from 'node:fs'
import { ar, en } from './words.mjs'
import * as part from './parts.mjs'

const STATIC = '../src/palermo/web/static'
const csv = readFileSync(new URL(`../${STATIC}/map/shapes.csv`, import.meta.url), 'utf8')
const codes = csv.trim().split('\n').slice(1).map((line) => line.split(',')[0])

for (const w of [en, ar]) {
  const body = [
    part.hero(w), part.asOf(w), part.asOfBeyond(w), part.stats(w), part.map(w, codes),
    `<h2>${w.instrument}</h2><p>${w.text}</p>`, part.badges(w), part.facts(w), part.curve(w),
    `<h2>${w.parties}</h2>`, part.toolbar(w), part.table(w), `<h2>${w.nav[3]}</h2>`, part.matrix(w), part.matrix(w, true),
    `<h2>${w.nav[4]}</h2>`, part.compare(w), `<h2>${w.nav[5]}</h2>`, part.timeline(w), `<h2>${w.save}</h2>`, part.forms(w),
  ].join('\n').replaceAll('MAP#', `${STATIC}/map/world.svg#`)
  const html = `<!doctype html><html lang="${w.lang}" dir="${w.dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${w.title}</title>
<link rel="stylesheet" href="${STATIC}/vendor/${w.css}"><script src="${STATIC}/js/theme.js"></script>
<script src="${STATIC}/js/menu.js" defer></script></head>
<body>${part.header(w)}<main id="main" class="container">${body}</main>${part.footer(w)}</body></html>\n`
  writeFileSync(new URL(`../gallery${w.dir === 'rtl' ? '.rtl' : ''}.html`, import.meta.url), html)
}
