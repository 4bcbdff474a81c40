import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pagePolicy } from './security-headers.ts'

const withNonce = (page: string, nonce: string): string =>
  page.replaceAll('__CSP_NONCE__', nonce).replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)

/** Gives the page its nonce, fresh each time; styles that components add take it from the meta element. */
const sendPage = async (folder: string, publicOrigin: string, reply: FastifyReply) => {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
  if (page === undefined) return reply.code(503).type('text/plain; charset=utf-8').send('The workspace is not built yet: run npm start.\n')
  const nonce = randomBytes(16).toString('base64url')
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy(nonce, publicOrigin))
    .send(withNonce(page, nonce))
}

const isPage = (method: string, path: string) =>
  method === 'GET' && !/^\/(rpc|live|assets)(\/|$)/.test(path) && !/\.[a-z0-9]{2,5}$/.test(path)

/**
 * Serves the built workspace: `/assets/*` have their content's hash in their names and are kept for a year, other files for an hour,
 * and every path that is no file is a room of the workspace and gets its page, which is never kept.
 */
export const workspaceFiles = async (app: FastifyInstance, folder: string, publicOrigin: string): Promise<void> => {
  await app.register(files, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
  for (const path of ['/', '/index.html']) app.get(path, (_request, reply) => sendPage(folder, publicOrigin, reply))
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?')
    if (isPage(request.method, path)) return sendPage(folder, publicOrigin, reply)
    return reply.code(404).type('text/plain; charset=utf-8').send('not found\n')
  })
}
