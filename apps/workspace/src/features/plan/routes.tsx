import type { AnyRoute } from '@tanstack/react-router'

/** The addresses of the room; it is entered from a case. */
export const planRoutes = [] as const satisfies readonly AnyRoute[]
