import { openAdmin } from '@mreza/db'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startPostgres } from './postgres-server.ts'

test('a durable server that is killed comes back with what was committed', async () => {
  const server = await startPostgres({ durable: true })
  const admin = openAdmin(server.adminUrl)
  try {
    await sql`create table kept (word text)`.execute(admin)
    await sql`insert into kept values ('here')`.execute(admin)
    await server.kill()
    await expect(sql`select 1`.execute(admin)).rejects.toThrow()
    await server.start()
    const { rows } = await sql<{ word: string }>`select word from kept`.execute(admin)
    expect(rows).toEqual([{ word: 'here' }])
  } finally {
    await admin.destroy()
    await server.stop()
  }
})
