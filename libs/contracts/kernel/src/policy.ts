import type { Role, Subject } from './subject.ts'

/**
 * A context's policy: which roles hold a capability at all, and what must also hold between the subject and the resource.
 * What is not granted is denied.
 */
export type Grant<Resource> = { readonly roles: readonly Role[]; readonly when?: (subject: Subject, resource: Resource) => boolean }

/** The capabilities of a context with the resource each is asked about (`void` where none is). */
export type Policy<Resources> = { readonly [C in keyof Resources]: Grant<Resources[C]> }

const hasRole = (subject: Subject, roles: readonly Role[]) => subject.roles.some((role) => roles.includes(role))

/** Makes `can` and `couldEver` of a context from its policy. Both are pure. */
export const policyOf = <Resources>(policy: Policy<Resources>) => ({
  /** May this subject do this with this resource? */
  can: <C extends keyof Resources>(subject: Subject, capability: C, resource: Resources[C]): boolean => {
    const grant = policy[capability]
    return grant !== undefined && hasRole(subject, grant.roles) && (grant.when === undefined || grant.when(subject, resource))
  },
  /** Could this subject do this with any resource? The first wall asks this before a service is reached. */
  couldEver: (subject: Subject, capability: string): boolean => {
    const grant = (policy as Record<string, Grant<never>>)[capability]
    return grant !== undefined && hasRole(subject, grant.roles)
  },
})
