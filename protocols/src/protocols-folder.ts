import { dirname } from 'node:path'

/** The library that comes with the product. An installation may name another folder. */
export const protocolsFolder = dirname(import.meta.dirname)
