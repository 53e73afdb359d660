#!/usr/bin/env node
const { load } = require('./load.js')

const { exports: cli, isFresh, keep } = load('cli.cjs')
cli.importWith((address) => import(address))
cli.main(process.argv.slice(2), process).then((code) => {
  process.exitCode = code
  // A cache is a gift to the next run: whatever goes wrong with it, this one has done its work.
  if (isFresh)
    return cli
      .warmUp()
      .then(keep)
      .catch(() => {})
})
