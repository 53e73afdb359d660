import { formatters } from '../formatters/index.js'
import { lintBytes } from '../lint-file.js'
import { openSession } from '../run/session.js'

const samples: Readonly<Record<string, string>> = {
  'sample.md': '---\nplatform: x\n---\nFlu shots are **in**. Walk in any weekday &amp; bring a friend. #FluSeason\n',
  'sample.yml': 'platform: instagram\ntext: |\n  Flu shots are in.\nhashtags: [FluSeason]\n',
}

/** Lints and formats two samples and throws the results away. */
export async function warmUp(): Promise<void> {
  const session = await openSession({ preset: 'recommended', plugins: false }, '/')
  const rulebook = session.rulebookFor('/')
  const results = Object.entries(samples).map(([path, text]) =>
    lintBytes(Buffer.from(text), { path, named: true }, rulebook, session.readOptions),
  )
  const report = { results, skipped: [], rules: rulebook.rules.length, notes: [] }
  for (const name of ['pretty', 'json']) {
    const format = await formatters[name]!()
    format(report, { redact: true, color: false, width: 80 })
  }
}
