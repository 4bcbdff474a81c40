import { describeError } from './log.ts'
import type { ServiceDefinition, ServiceDependencies } from './service.ts'

/**
 * Signs the heads of a service's audit log every minute until it is stopped (rule D8), which must be before its pools close.
 * The driver is loaded here and not at the top, so that who only wants a log does not load it.
 */
export const signAudit = async (
  { migrations }: Pick<ServiceDefinition, 'migrations'>,
  { db, keys, now, log }: ServiceDependencies,
): Promise<{ stop(): Promise<void> }> => {
  const { startSigning } = await import('@mreza/audit')
  const failed = (error: unknown) => log.warn('the audit heads could not be signed', describeError(error))
  return startSigning({ db: db.worker, schema: migrations.schema, auditKey: keys.auditKey, now, failed })
}
