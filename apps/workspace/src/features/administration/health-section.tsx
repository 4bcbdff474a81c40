import type { InstallationHealth, ServiceHealth } from '@mreza/contracts-identity'
import { textForCode } from '@mreza/i18n'
import { Button, HangingSection, Row, Rows, StateMark, useFormats, useLanguage, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import styles from './administration.module.css'
import { Loaded } from './loaded.tsx'

const everyHalfMinute = 30_000

const Service = ({ service: { name, parts } }: { service: ServiceHealth }) => {
  const language = useLanguage()
  const t = useTexts('administration')
  return (
    <Row title={textForCode(language, 'administration', `service.${name}`) ?? name}>
      <p className={styles.parts}>
        {Object.entries(parts).map(([part, state]) => {
          const word = textForCode(language, 'administration', `part.${part}`) ?? part
          return (
            <StateMark key={part} state={state === 'up' ? 'yes' : 'no'}>
              {t(state === 'up' ? 'part.up' : 'part.down', { part: word })}
            </StateMark>
          )
        })}
      </p>
    </Row>
  )
}

/** Ready without a broker means that what happens is kept and told later. */
const sentenceOf = ({ ready, services }: InstallationHealth) => {
  if (!ready) return 'health.notReady' as const
  return services.some(({ parts }) => Object.values(parts).includes('down')) ? ('health.broker' as const) : ('health.ready' as const)
}

/** Which parts of the installation work now (ID22). */
export const HealthSection = () => {
  const t = useTexts('administration')
  const formats = useFormats()
  const health = useQuery(useApi().identity.readHealth.queryOptions({}, { refetchInterval: everyHalfMinute }))
  const at = health.dataUpdatedAt === 0 ? undefined : formats.time(new Date(health.dataUpdatedAt))
  return (
    <HangingSection title={t('health.title')} summary={at === undefined ? undefined : t('health.at', { time: at })}>
      <Loaded query={health}>
        {({ ready, services }) => (
          <>
            <p className={styles.sentence}>{t(sentenceOf({ ready, services }))}</p>
            <Rows label={t('health.list')}>
              {services.map((service) => (
                <Service key={service.name} service={service} />
              ))}
            </Rows>
            <div className={styles.again}>
              <Button kind="link" isPending={health.isFetching} onPress={() => void health.refetch()}>
                {t('health.again')}
              </Button>
            </div>
          </>
        )}
      </Loaded>
    </HangingSection>
  )
}
