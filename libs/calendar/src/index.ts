/** Days off, working days and deadlines by Serbian law. Pure: nothing here reads the clock. The rules are in SPEC.md. */
export { civilDateOf, dueAt, endOfDay } from './due-at.ts'
export { orthodoxEaster } from './orthodox-easter.ts'
export { type HolidayName, type PublicHoliday, publicHolidaysOf } from './public-holidays.ts'
export { addWorkingDays, isPublicHoliday, isWorkingDay, workingDaysBetween } from './working-days.ts'
