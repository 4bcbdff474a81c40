import type { Service } from '@mreza/contracts-directory'
import { DataTable, EmptyState, useFormats, useTexts } from '@mreza/ui'
import { useCodeText } from '../code-text.ts'
import styles from '../directory.module.css'
import { AcceptsMark } from './accepts-mark.tsx'
import { ServiceName } from './service-name.tsx'
import { Stated } from './stated.tsx'
import { conditionOf, useStay } from './stay-in-words.ts'

const Capacity = ({ service }: { service: Service }) => {
  const formats = useFormats()
  const { capacity, capacityText } = service
  if (capacity === null) return <Stated text={capacityText} />
  return (
    <>
      {formats.number(capacity)}
      {capacityText !== null && (
        <p className="label" lang="en">
          {capacityText}
        </p>
      )}
    </>
  )
}

const Stay = ({ maxStay }: Pick<Service, 'maxStay'>) => {
  const said = useStay()(maxStay)
  const condition = conditionOf(maxStay)
  if (said.length === 0 && condition === null) return <Stated text={null} />
  return (
    <>
      {said.join(', ')}
      {condition !== null && (
        <p className="label" lang="en">
          {condition}
        </p>
      )}
    </>
  )
}

const columns = ['service', 'service.accepts', 'service.admits', 'service.capacity', 'service.maxStay', 'service.status'] as const

const ServiceRow = ({ service, withProvider }: { service: Service; withProvider: boolean }) => {
  const t = useTexts('directory')
  const codeText = useCodeText()
  const status = service.status === null ? null : codeText('status', service.status)
  return (
    <tr id={service.id}>
      <td>
        <ServiceName service={service} withProvider={withProvider} />
      </td>
      <td data-label={t('service.accepts')}>
        <AcceptsMark value={service.acceptsTraffickingVictims} />
      </td>
      <td data-label={t('service.admits')}>
        <Stated text={service.eligibility} />
      </td>
      <td data-label={t('service.capacity')}>
        <Capacity service={service} />
      </td>
      <td data-label={t('service.maxStay')}>
        <Stay maxStay={service.maxStay} />
      </td>
      <td data-label={t('service.status')}>{status === null ? <Stated text={null} /> : <span lang={status.lang}>{status.text}</span>}</td>
    </tr>
  )
}

/** Services as the sources describe them; what they do not say reads *not stated* (DI1). */
export const ServicesTable = ({ services, withProvider = true }: { services: readonly Service[]; withProvider?: boolean }) => {
  const t = useTexts('directory')
  if (services.length === 0) return <EmptyState title={t('services.empty')} />
  return (
    <div className={styles.services}>
      <DataTable label={t('services.table')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <ServiceRow key={service.id} service={service} withProvider={withProvider} />
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
