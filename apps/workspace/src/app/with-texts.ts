import { loadTexts, type Namespace } from '@mreza/i18n'
import type { RouteContext } from './root-route.tsx'

/** A loader that fetches the catalogues of a room before its page shows. */
export const withTexts =
  (...namespaces: readonly Namespace[]) =>
  ({ context }: { context: RouteContext }): Promise<void> =>
    loadTexts(context.language(), ...namespaces)
