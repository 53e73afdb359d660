#!/usr/bin/env node
const { load } = require('./load.js')

const cli = load('cli.cjs')
cli.exports.main(process.argv.slice(2), process).then(async (code) => {
  process.exitCode = code
  if (cli.isFresh) cli.keep(await cli.exports.warmUp())
})
