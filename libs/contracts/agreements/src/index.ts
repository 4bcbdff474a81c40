/** Agreements between institutions as the parts have agreed on them: templates, what they make happen in a case, and their life. */
export * from './conference-rule.ts'
export * from './duration.ts'
export * from './information-rule.ts'
export * from './procedure.ts'
export * from './template.ts'
