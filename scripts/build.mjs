// Builds dist/: the command line as one CommonJS bundle (what a V8 code cache works best with), the API as one module, its types, and the data compiled to JSON, so that
// a cold start parses no YAML.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { licencesOf } from './licences.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
// Built beside and put in place whole, so that a run meanwhile finds the old build or the new one.
const dist = fs.mkdtempSync(path.join(root, '.dist-'))
process.once('exit', () => fs.rmSync(dist, { recursive: true, force: true }))

/** Modules of node that a library loads at once and medlint's use of it never needs: loaded when they are asked for. */
const rarelyUsed = {
  name: 'rarely-used',
  setup(build) {
    build.onResolve({ filter: /^(node:child_process|crypto)$/ }, ({ path, importer }) =>
      /node_modules\/(commander|cosmiconfig)\//.test(importer) ? { path, namespace: 'rarely-used' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'rarely-used' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, key) => require(${JSON.stringify(path)})[key] })`,
    }))
  },
}

/**
 * Packages that many runs never use are evaluated when something of them is: all names that they export are asked for at their use.
 */
const usedRarely = [
  { filter: /^yaml$/, importer: /[/\\]src[/\\]/ },
  { filter: /^node:net$/, importer: /[/\\]src[/\\]/ },
]

const whenUsed = {
  name: 'when-used',
  setup(build) {
    for (const { filter, importer } of usedRarely)
      build.onResolve({ filter }, (args) =>
        importer.test(args.importer) ? { path: args.path, namespace: 'when-used' } : undefined,
      )
    // chalk is told whether to colour, so it needs no look at the terminal.
    build.onResolve({ filter: /^node:tty$/ }, ({ path, importer }) =>
      /[/\\]chalk[/\\]/.test(importer) ? { path, namespace: 'no-terminal' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'no-terminal' }, () => ({
      contents: 'export default { isatty: () => false }',
    }))
    build.onLoad({ filter: /.*/, namespace: 'when-used' }, async ({ path }) => ({
      contents: [
        `let loaded; const module_ = () => (loaded ??= require(${JSON.stringify(path)}))`,
        `module.exports = { __esModule: true, ${Object.keys(await import(path))
          .filter((name) => name !== 'default' && name !== 'module.exports')
          .map((name) => `get ${name}() { return module_().${name} }`)
          .join(', ')} }`,
      ].join('\n'),
      resolveDir: root,
    }))
  },
}

/** What most runs never call is evaluated when the first of its functions is: by the end of its path, the functions. */
const calledRarely = { '/remark.js': ['markdownParser', 'decode'], 'string-width': ['default'] }

const whenCalled = {
  name: 'when-called',
  setup(build) {
    build.onResolve(
      { filter: /\/remark\.js$|^string-width$/ },
      async ({ path: name, resolveDir, importer, pluginData }) => {
        if (pluginData === 'found') return undefined
        const options = { resolveDir, importer, kind: 'import-statement', pluginData: 'found' }
        const { path: file } = await build.resolve(name, options)
        const functions = Object.entries(calledRarely).find(([end]) => name.endsWith(end))[1]
        return { path: file, namespace: 'when-called', pluginData: functions }
      },
    )
    build.onLoad({ filter: /.*/, namespace: 'when-called' }, ({ path: file, pluginData: functions }) => ({
      contents: [
        `let loaded; const module = () => (loaded ??= require(${JSON.stringify(file)}))`,
        ...functions.map(
          (name) => `const ${name}_ = (...args) => module().${name}(...args); export { ${name}_ as ${name} }`,
        ),
      ].join('\n'),
      resolveDir: path.dirname(file),
    }))
  },
}

/** Bundled CommonJS packages still `require` what node brings. */
const requireInModule =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);'

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Expressions with the flag `u` become calls of `RegExp`, and that is ours.
  supported: { 'regexp-sticky-and-unicode-flags': false },
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // Only its loader for TypeScript configs asks for it, which medlint does not use.
  external: ['typescript'],
  plugins: [rarelyUsed, whenUsed, whenCalled],
}

/** `RegExp` in a bundle: see src/plain-reg-exp.ts. */
const ownRegExp = await build({
  entryPoints: ['src/plain-reg-exp.ts'],
  bundle: true,
  format: 'iife',
  globalName: 'plainRegExp',
  minify: true,
  write: false,
})
const { marked } = await importSource('src/branches.ts')
const regExp = `${ownRegExp.outputFiles[0].text.trim()} const { RegExp } = plainRegExp;`

/** The bundles say `import.meta.url`, which a CommonJS one has to make. */
const cli = await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: path.join(dist, 'cli.cjs'),
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: `const importMetaUrl = require("node:url").pathToFileURL(__filename).href; ${regExp}` },
})

const api = await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: path.join(dist, 'index.js'),
  format: 'esm',
  banner: { js: `${requireInModule} ${regExp}` },
})

/** What tables have been made of is not shipped beside them. */
const inTables = /^lexicons\/(?:words|names|context-frames)\./

for (const name of ['cli.cjs', 'index.js']) withMarks(path.join(dist, name))
await compileRules()
compileData('rules')
fs.writeFileSync(path.join(dist, 'THIRD-PARTY-LICENSES.txt'), licencesOf([cli.metafile, api.metafile]))
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', path.join(dist, 'types')]
execFileSync(process.execPath, tsc, { stdio: 'inherit' })
fs.chmodSync(dist, 0o755)
fs.rmSync('dist', { recursive: true, force: true })
fs.renameSync(dist, 'dist')

/** Runs a source file of ours. */
async function importSource(entry) {
  const outfile = path.join(dist, `${path.basename(entry, '.ts')}.mjs`)
  await build({ ...common, entryPoints: [entry], outfile, format: 'esm', banner: { js: requireInModule } })
  const module = await import(pathToFileURL(outfile).href)
  fs.rmSync(outfile)
  return module
}

/** Marks the alternatives of the expressions in a bundle with what a text must hold for each to match; leaves nothing but ASCII in it, which is read in half the time. */
function withMarks(file) {
  const string = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`/.source
  const calls = new RegExp(`\\bRegExp\\(\\s*(${string}),\\s*(${string})\\s*\\)`, 'gs')
  // The marks in the shorter of their two spellings.
  const literal = (text) => JSON.stringify(text).replace(/\\u00([01][1-6])/g, '\\x$1')
  const text = fs.readFileSync(file, 'utf8').replace(calls, (all, source, flags) => {
    const [pattern, used] = [vm.runInNewContext(source), vm.runInNewContext(flags)]
    return used.includes('u') ? `RegExp(${literal(marked(pattern))},${literal(used)})` : all
  })
  fs.writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** `pack.json` is what a run needs of the rules, `docs.json` what only `explain` and `test` read. */
async function compileRules() {
  const { compilePack } = await importSource('src/rulebook/compile.ts')
  const { rules, tables } = compilePack('rules')
  fs.mkdirSync(path.join(dist, 'data'))
  for (const [name, file] of tables) fs.writeFileSync(path.join(dist, 'data', `${name}.table`), file)
  save(
    'pack',
    rules.map(({ why, examples, ...rule }) => rule),
  )
  save('docs', Object.fromEntries(rules.map(({ id, why, examples }) => [id, { why, examples }])))
}

/** Everything else below `rules/`: lexicons, presets, families. */
function compileData(folder) {
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    const slashed = name.split(path.sep).join('/')
    if (!/\.(ya?ml|json)$/.test(name) || !/^(lexicons\/|presets\/|[^/]+$)/.test(slashed) || inTables.test(slashed))
      continue
    const read = file.endsWith('.json') ? JSON.parse : parse
    save(slashed.replace(/\.[^.]+$/, ''), read(fs.readFileSync(file, 'utf8')))
  }
}

function save(name, value) {
  const file = path.join(dist, 'data', `${name}.json`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(value))
}
