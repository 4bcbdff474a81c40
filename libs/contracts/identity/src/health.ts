import * as z from 'zod'

/** Whether a part is there. */
export const PartState = z.enum(['up', 'down'])

/** One service as its operator sees it, with its parts such as `database`, `broker` and `process`. */
export const ServiceHealth = z.strictObject({ name: z.string(), parts: z.record(z.string(), PartState) })
export type ServiceHealth = z.infer<typeof ServiceHealth>

/** The state of the installation. Ready means that all services can do their work; events that wait for the broker do not make it false. */
export const InstallationHealth = z.strictObject({ ready: z.boolean(), services: z.array(ServiceHealth) })
export type InstallationHealth = z.infer<typeof InstallationHealth>
