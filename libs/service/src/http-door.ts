import type { Door } from './service.ts'

/**
 * The door of a service that runs in another process, as a function of its address, such as `http://127.0.0.1:4101`.
 * A service that cannot be reached makes it reject; whoever calls decides what that means.
 */
export const httpDoor =
  (address: string): Door =>
  async (request) => {
    const url = new URL(request.url)
    const body = request.body === null ? undefined : await request.arrayBuffer()
    return fetch(`${address}${url.pathname}${url.search}`, {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      ...(body === undefined ? {} : { body }),
    })
  }
