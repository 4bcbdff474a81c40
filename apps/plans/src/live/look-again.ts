/** The signal by which every instance asks for the rights of its open connections and pages again (PL11). */
export const lookAgainSignal = 'plans.rights'
