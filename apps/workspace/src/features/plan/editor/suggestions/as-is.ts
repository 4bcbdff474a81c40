/** Marks a transaction that carries marks of proposals on purpose. */
export const comesAsIs = 'proposal'
