import type { CaseDetail } from '@mreza/contracts-conferences'
import { CaseFact, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useNetworks } from '../../../api/institutions.ts'
import { CaseClock } from '../case-clock.tsx'
import { unbroken } from '../unbroken.ts'
import { useInstitutionName, usePersonName } from '../who.tsx'

const PriorityFact = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const { firstClock } = file
  return (
    <CaseFact label={t('fact.priority')} second={firstClock === null ? t('list.noClock') : <CaseClock clock={firstClock} bare />}>
      {words(`priority.${file.priority}`)}
    </CaseFact>
  )
}

const LeadFact = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const institution = useInstitutionName()(file.leadInstitutionId)
  const personName = usePersonName([file.caseManagerId])
  const { caseManagerId } = file
  const second = caseManagerId === null ? t('fact.lead.none') : institution
  return (
    <CaseFact label={t('fact.lead')} second={second}>
      {caseManagerId === null ? institution : (personName(caseManagerId) ?? institution)}
    </CaseFact>
  )
}

const JurisdictionFact = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const formats = useFormats()
  const localized = useLocalized()
  const network = useNetworks().all.find(({ id }) => id === file.networkId)
  const { agreement } = file
  const rules =
    agreement === null
      ? t('fact.noAgreement')
      : t('fact.agreement', { title: localized(agreement.title), date: unbroken(formats.dateAfterPreposition(agreement.inForceAt)) })
  return (
    <CaseFact label={t('fact.jurisdiction')} second={rules}>
      {network === undefined ? t('fact.network') : localized(network.city)}
    </CaseFact>
  )
}

/** The four facts of a case: priority and clock, status, who leads, jurisdiction. */
export const CaseFacts = ({ file }: { file: CaseDetail }) => {
  const t = useTexts('cases')
  const words = useTexts('words')
  return (
    <>
      <PriorityFact file={file} />
      <CaseFact label={t('fact.status')} second={t('fact.status.who')}>
        {words(`victimStatus.${file.victimStatus}`)}
      </CaseFact>
      <LeadFact file={file} />
      <JurisdictionFact file={file} />
    </>
  )
}
