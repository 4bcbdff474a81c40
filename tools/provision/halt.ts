/** Why a command cannot go on, as one sentence that says what to do. Printed as it is, without a stack. */
export class Halt extends Error {
  override readonly name = 'Halt'
}

const systemSentences: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `The disk is full${path}. Free some space and run the command again.`,
  EDQUOT: (path) => `Your disk quota is used up${path}. Free some space and run the command again.`,
  EACCES: (path) => `This user may not write here${path}. Start as the user who owns it, or choose another folder with --data.`,
  EPERM: (path) => `This user may not do this here${path}. Start as the user who owns it, or choose another folder with --data.`,
  EROFS: (path) => `This file system is read-only${path}. Choose another folder with --data.`,
}

/** The sentence for an error of the operating system; `undefined` when it is none that a person could mend. */
export function asHalt(error: unknown): Halt | undefined {
  if (error instanceof Halt) return error
  if (!(error instanceof Error)) return undefined
  const { code, path } = error as NodeJS.ErrnoException
  const sentence = systemSentences[code ?? '']
  return sentence && new Halt(sentence(path ? ` (${path})` : ''), { cause: error })
}
