import type { Page } from '@playwright/test'

/** The tracker in Serbian Cyrillic, as the city official reads it. */
export const tracker = (page: Page) => {
  const matrix = page.getByRole('table', { name: 'Установе и споразуми: ко је потписао' })
  return {
    open: () => page.getByRole('navigation', { name: 'Просторије' }).getByRole('link', { name: 'Обавезе' }).click(),
    matrix,
    row: (institution: string) => matrix.getByRole('row').filter({ has: page.getByRole('rowheader', { name: institution, exact: true }) }),
  }
}
