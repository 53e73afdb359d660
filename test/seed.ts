import fc from 'fast-check'

// CI looks at the same random texts every time, so that a change is to blame for a failure; MEDLINT_FUZZ looks at others, and at more.
if (!process.env.MEDLINT_FUZZ) fc.configureGlobal({ seed: 20_261_101 })
