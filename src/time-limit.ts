import vm from 'node:vm'

const holder: { work: () => void } = { work: () => undefined }
let script: vm.Script | undefined
let context: vm.Context | undefined

/** Whether some work ended within a time; if not, it was stopped where it was, in the midst of a regular expression too. Its errors are thrown on. */
export function endsWithin(milliseconds: number, work: () => void): boolean {
  script ??= new vm.Script('work()')
  context ??= vm.createContext(holder)
  holder.work = work
  try {
    script.runInContext(context, { timeout: milliseconds })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    holder.work = () => undefined
  }
}
