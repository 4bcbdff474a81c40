/**
 * Places of the page that are not running text, as `data-place`: a link from beside the text finds them by it and moves the focus there.
 */
export const placeOf = {
  participation: 'participation',
  review: 'review',
  contact: 'contact',
  indicators: (goalId: string) => `indicators/${goalId}`,
  activities: (goalId: string) => `activities/${goalId}`,
  target: (indicatorId: string) => `target/${indicatorId}`,
  check: (indicatorId: string) => `check/${indicatorId}`,
  who: (activityId: string) => `who/${activityId}`,
  due: (activityId: string) => `due/${activityId}`,
} as const

const operable = 'button:not([disabled]), input, textarea, select, [role="textbox"], a[href], [tabindex="0"]'

/** Moves the focus to a place, or to what stands around it where nothing in it can be operated. False when it is not on the page. */
export const focusPlace = (place: string): boolean => {
  const found = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
  if (found === null) return false
  const target = found.querySelector<HTMLElement>(operable) ?? found
  if (target === found) found.tabIndex = -1
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
  return true
}
