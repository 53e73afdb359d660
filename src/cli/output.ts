import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { UserError } from '../errors.js'
import { formatters } from '../formatters/index.js'
import type { Report } from '../report.js'
import { nearest } from '../schema.js'
import { type Io, wantsColor, widthOf, write } from './io.js'

/** A format and where it goes: a file, or standard output. */
export interface Sink {
  readonly format: string
  readonly file?: string
}

/** Reads `--format NAME[:FILE]`; pretty, if there is none. */
export function sinksOf(formats: readonly string[]): Sink[] {
  const sinks = (formats.length > 0 ? formats : ['pretty']).map((one) => {
    const [format = '', file] = one.split(/:(.*)/s)
    const names = Object.keys(formatters)
    if (!names.includes(format)) throw new UserError(`there is no format \`${format}\`.${nearest(format, names)}`)
    return { format, ...(file && { file }) }
  })
  if (sinks.filter(({ file }) => !file).length > 1)
    throw new UserError('only one format can go to standard output; give the others a file: --format json:report.json.')
  return sinks
}

/** Writes a report to every sink. Only an interactive terminal shows what identifies a person, unless `redact` says otherwise. */
export async function publish(
  report: Report,
  sinks: readonly Sink[],
  redact: boolean | undefined,
  io: Io,
): Promise<void> {
  for (const { format, file } of sinks) {
    const formatter = await formatters[format]!()
    const isTerminal = file === undefined && io.stdout.isTTY === true
    const options = {
      redact: redact ?? !isTerminal,
      color: file === undefined && wantsColor(io.stdout, io.env),
      width: widthOf(file === undefined ? io.stdout : ({} as Io['stdout'])),
    }
    const text = formatter(report, options)
    if (file === undefined) await write(io.stdout, text)
    else await save(path.resolve(io.cwd(), file), text)
  }
}

async function save(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  } catch (error) {
    throw new UserError(`the report cannot be written: ${(error as Error).message}`)
  }
}
