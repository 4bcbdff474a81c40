import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** 19 MiB, two passes, one lane: about 40 ms on a small machine. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32

const digest = (password: string, nonce: Buffer, parameters: { memory: number; passes: number; parallelism: number }) =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...parameters })

const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** The argon2id hash of a password as a PHC string, with a salt of its own. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const tag = await digest(password, salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(salt)}$${bare(tag)}`
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** The hash of no password, so that an unknown account costs the same time as a known one (ID3). */
const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(Buffer.alloc(16, 7))}$${bare(Buffer.alloc(tagLength))}`

/** Whether the password is the one that was hashed; always false, after the same work, when there is no hash. */
export const verifyPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [, memory, passes, parallelism, salt = '', tag = ''] = form.exec(hash ?? decoy) ?? []
  if (memory === undefined) return false
  const made = await digest(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  const kept = Buffer.from(tag, 'base64')
  return kept.length === made.length && timingSafeEqual(kept, made) && hash !== null
}
