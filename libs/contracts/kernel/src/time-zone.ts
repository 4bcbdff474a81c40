/** The time zone of every network so far; deadlines in days are counted in it. */
export const networkTimeZone = 'Europe/Belgrade'
