// Writes manifest.json: every built file with its hash, and the versions that built it. CI compares it with the files.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const root = new URL('../src/palermo/web/static/', import.meta.url)
const target = new URL('vendor/manifest.json', root)
const FOLDERS = ['fonts', 'map', 'vendor']

const files = FOLDERS.flatMap((folder) => readdirSync(new URL(`${folder}/`, root)).sort().map((name) => `${folder}/${name}`))
  .filter((name) => name !== 'vendor/manifest.json')
const hashed = Object.fromEntries(files.map((name) => [name, hash(name)]))
const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
writeFileSync(target, `${JSON.stringify({ files: hashed, built_with: devDependencies }, null, 2)}\n`)
console.log(`manifest: ${files.length} files`)

function hash(name) {
  return createHash('sha256').update(readFileSync(new URL(name, root))).digest('hex')
}
