import vm from 'node:vm'

const holder: { work: () => void } = { work: () => undefined }
let script: vm.Script | undefined
let context: vm.Context | undefined

/**
 * Whether some work ended within a time; if not, it was stopped where it was, in the midst of a regular expression too. Its errors are thrown on. The clock runs for other
 * programs as well: work that got less than half of the time on a busy machine is begun again, so it must bear that.
 */
export function endsWithin(milliseconds: number, work: () => void): boolean {
  for (let tries = 1; ; tries++) {
    const start = process.cpuUsage()
    if (endsByTheClock(milliseconds, work)) return true
    const { user, system } = process.cpuUsage(start)
    if (tries === maxTries || (user + system) / 1000 > milliseconds / 2) return false
  }
}

const maxTries = 5

function endsByTheClock(timeout: number, work: () => void): boolean {
  script ??= new vm.Script('work()')
  context ??= vm.createContext(holder)
  holder.work = work
  try {
    script.runInContext(context, { timeout })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    holder.work = () => undefined
  }
}
