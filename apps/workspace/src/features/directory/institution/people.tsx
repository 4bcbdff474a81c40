import type { InstitutionDetail, Person } from '@mreza/contracts-directory'
import { Button, EmptyState, HangingSection, InOwnLanguage, Row, Rows, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { useNameOf } from '../../../app/layout/own-words.ts'
import styles from '../directory.module.css'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { useMayEdit } from './may-edit.ts'

const headsFirst = (people: readonly Person[]): readonly Person[] =>
  people.toSorted((one, other) => Number(other.isHead) - Number(one.isHead))

/** Who works in it, heads first; who may adds a professional (DI6). */
export const People = ({ institution }: { institution: InstitutionDetail }) => {
  const t = useTexts('directory')
  const nameOf = useNameOf()
  const mayEdit = useMayEdit(institution)
  const [adding, setAdding] = useState(false)
  return (
    <HangingSection title={t('people')} summary={institution.people.length > 1 ? t('people.summary') : undefined}>
      {institution.people.length === 0 && <EmptyState title={t('people.empty')}>{t('people.empty.why')}</EmptyState>}
      <Rows label={t('people')}>
        {headsFirst(institution.people).map(({ id, displayName, jobTitle, isHead }) => (
          <Row
            key={id}
            title={nameOf(displayName)}
            second={
              <>
                <InOwnLanguage text={jobTitle} />
                {isHead && ` · ${t('people.head')}`}
              </>
            }
          />
        ))}
      </Rows>
      {mayEdit && (
        <p className={`screen-only ${styles.act}`}>
          <Button onPress={() => setAdding(true)}>{t('people.add')}</Button>
        </p>
      )}
      {adding && <AddPersonDialog institution={institution} onClose={() => setAdding(false)} />}
    </HangingSection>
  )
}
