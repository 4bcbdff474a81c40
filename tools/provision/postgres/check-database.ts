import { openAdmin } from '@mreza/db'
import { sql } from 'kysely'
import { Halt } from '../halt.ts'

const oldest = 16

/** Sees that the database named by DATABASE_URL answers and is new enough; gives its version. */
export async function checkDatabase(url: string): Promise<string> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new Halt('DATABASE_URL is not an address of PostgreSQL. It looks like postgres://user:password@host:5432/mreza.')
  const admin = openAdmin(url)
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(admin)
    return newEnough(rows[0]?.version ?? '')
  } catch (error) {
    throw error instanceof Halt ? error : new Halt(sentenceFor(error, new URL(url)), { cause: error })
  } finally {
    await admin.destroy()
  }
}

function newEnough(version: string): string {
  if (Number.parseInt(version, 10) >= oldest) return version
  throw new Halt(
    `The database named by DATABASE_URL is PostgreSQL ${version}, and Mreža needs ${oldest} or newer. Upgrade it, or unset DATABASE_URL.`,
  )
}

function sentenceFor(error: unknown, { host, pathname }: URL): string {
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('28')) return `PostgreSQL at ${host} refuses the user or password in DATABASE_URL. Correct it, or unset DATABASE_URL.`
  if (code === '3D000') return `PostgreSQL at ${host} has no database "${pathname.slice(1)}". Create it, or correct DATABASE_URL.`
  if (code === '53300') return `PostgreSQL at ${host} has no connection left. Raise its max_connections to 200 and run the command again.`
  return `The database named by DATABASE_URL does not answer at ${host}. Check that it runs and can be reached from here, or unset DATABASE_URL.`
}
