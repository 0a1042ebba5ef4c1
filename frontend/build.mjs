// Compiles the style sheet once for left-to-right and once, turned, for right-to-left pages.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Features, transform } from 'lightningcss'
import postcss from 'postcss'
import rtlcss from 'rtlcss'
import { compile } from 'sass'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = new URL('../src/palermo/web/static/vendor/', import.meta.url)
const MOST_BYTES = 90_000
const targets = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (2 << 8) }

// Bootstrap 5.3 is still written with @import; Sass warns of that on every line.
const { css } = compile(`${here}scss/palermo.scss`, {
  loadPaths: [`${here}scss`, `${here}node_modules`],
  quietDeps: true,
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
})
mkdirSync(folder, { recursive: true })
write('palermo.css', css)
write('palermo.rtl.css', postcss([rtlcss]).process(css, { from: undefined }).css)

function write(name, text) {
  const code = transform({ filename: name, code: Buffer.from(text), minify: true, targets, exclude: Features.LightDark }).code
  if (code.length > MOST_BYTES) throw new Error(`expected ${name} to be at most ${MOST_BYTES} bytes, got ${code.length}`)
  writeFileSync(new URL(name, folder), code)
  console.log(`${name}: ${code.length} bytes`)
}
