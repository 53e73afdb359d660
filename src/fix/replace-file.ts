import { randomBytes } from 'node:crypto'
import { access, chmod, chown, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { UserError } from '../errors.js'

/**
 * Puts new bytes in a file's place in one step, so that nobody ever reads half of it: with the same rights, and through a link, which stays a link.
 *
 * @throws UserError, a sentence without the file's name, where that cannot be done or the file is no longer what was read.
 */
export async function replaceFile(file: string, read: Uint8Array, written: Uint8Array): Promise<void> {
  try {
    const target = await realpath(file)
    // Renaming needs no right to the file itself; whoever took that away wants it left alone.
    await access(target, constants.W_OK)
    if (!Buffer.from(read).equals(await readFile(target)))
      throw new UserError('it has changed since it was read, and was left alone')
    await swap(target, written)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`it cannot be written (${reasonOf(error as NodeJS.ErrnoException)})`)
  }
}

async function swap(target: string, written: Uint8Array): Promise<void> {
  const { mode, uid, gid } = await stat(target)
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const handle = await open(draft, 'wx', mode)
    try {
      await handle.writeFile(written)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Only root may give files away; for anybody else it is theirs already.
    await chown(draft, uid, gid).catch(() => {})
    await chmod(draft, mode)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'it is gone',
}

const reasonOf = ({ code, name }: NodeJS.ErrnoException): string => reasons[code ?? ''] ?? code ?? name
