// Runs a bundle from V8's code cache, which is half of a cold start: compiling costs as much as node's own start. The cache is written on the first run, under
// the user's cache folder. One that is absent, foreign, stale or not writable costs time and is never an error.
const fs = require('node:fs')
const { createRequire } = require('node:module')
const os = require('node:os')
const path = require('node:path')
const vm = require('node:vm')

/** A machine that is thrown away after the run would write a cache for nobody. */
const wantsCache = !process.env.MEDLINT_NO_CODE_CACHE && !process.env.CI

/** Loads `dist/<name>`, a CommonJS bundle. `isFresh`: it was compiled just now, and `keep` writes the cache, with all functions that have run by then. */
exports.load = (name) => {
  const file = path.join(__dirname, '..', 'dist', name)
  const cacheFile = wantsCache ? cacheFileFor(file) : undefined
  const cachedData = cacheFile && read(cacheFile)
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, 'latin1')}\n})`
  const script = new vm.Script(wrapped, { filename: file, cachedData })
  const module = { exports: {} }
  const require = createRequire(file)
  script.runInThisContext()(module.exports, require, module, file, path.dirname(file))
  const isFresh = cacheFile !== undefined && (!cachedData || script.cachedDataRejected)
  return { exports: module.exports, isFresh, keep: () => write(cacheFile, script) }
}

/** One file for each build, version of node and machine: V8 takes no other's cache. */
function cacheFileFor(file) {
  try {
    const { mtimeMs, size } = fs.statSync(file)
    const { version } = require('../package.json')
    const key = [version, process.version, process.arch, Math.round(mtimeMs).toString(36), size.toString(36)].join('-')
    return path.join(cacheFolder(), 'medlint', `${path.basename(file)}-${key}.cache`)
  } catch {
    return undefined
  }
}

function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local')
  return path.join(os.homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

function read(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** Written whole under another name first, so that a run beside this one never reads half of it; caches of older builds go. */
function write(file, script) {
  const draft = `${file}.${process.pid}`
  try {
    // One folder at a time: below /proc, node's recursive mkdir never ends.
    for (const folder of [cacheFolder(), path.dirname(file)]) makeFolder(folder)
    fs.writeFileSync(draft, script.createCachedData())
    fs.renameSync(draft, file)
    removeOthers(file)
  } catch {
    remove(draft)
  }
}

function makeFolder(folder) {
  try {
    fs.mkdirSync(folder)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

function remove(file) {
  try {
    fs.rmSync(file, { force: true })
  } catch {
    // What cannot be removed was not written either.
  }
}

const keptCaches = 4

function removeOthers(file) {
  const folder = path.dirname(file)
  const caches = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.cache'))
    .map((name) => ({ name, time: fs.statSync(path.join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
  for (const { name } of caches.slice(keptCaches)) fs.rmSync(path.join(folder, name), { force: true })
}
