import type { InstitutionDetail } from '@mreza/contracts-directory'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { Button, InOwnLanguage, Page, PageHead, QuietLoading, RefusalNote, useTexts, WithAside } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { Contacts } from './contacts.tsx'
import { FromTheSources } from './from-the-sources.tsx'
import { NameNotes } from './name-notes.tsx'
import { People } from './people.tsx'
import { PrintedOn } from './printed-on.tsx'
import { WhatItIs } from './what-it-is.tsx'

const Institution = ({ institution }: { institution: InstitutionDetail }) => {
  const t = useTexts('directory')
  return (
    <Page>
      <PrintedOn />
      <PageHead
        title={<InOwnLanguage text={institution.name} />}
        second={<WhatItIs institution={institution} />}
        actions={
          <div className="screen-only">
            <Button onPress={() => window.print()}>{t('print')}</Button>
          </div>
        }
      />
      <NameNotes institution={institution} />
      <WithAside aside={<Contacts institution={institution} />} asideLabel={t('contacts')}>
        <People institution={institution} />
        <div className="screen-only">
          <FromTheSources institution={institution} />
        </div>
      </WithAside>
    </Page>
  )
}

/** One institution: who works in it, how it is reached, and what the sources say of it. Printed, it is a contact card. */
export const InstitutionPage = () => {
  const t = useTexts('directory')
  const { institutionId } = useParams({ from: '/rooms/directory/$institutionId' })
  const { data, error } = useQuery(useApi().directory.readInstitution.queryOptions({ institutionId: institutionId as InstitutionId }))
  if (data !== undefined) return <Institution key={data.id} institution={data} />
  return (
    <Page>
      <PageHead title={t('room.directory.title')} />
      {error === null ? <QuietLoading /> : <RefusalNote refusal={refusalIfAny(error)} />}
    </Page>
  )
}
