#!/usr/bin/env node
const { load } = require('./load.js')

load('cli.cjs')
  .main(process.argv.slice(2), process)
  .then((code) => {
    process.exitCode = code
  })
