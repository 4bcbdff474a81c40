import type { AgreementDetail } from '@mreza/contracts-agreements'
import type { Language } from '@mreza/contracts-kernel'
import { Button, RefusalNote, Select, useLanguage, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import styles from '../protocols.module.css'
import { giveFile } from './give-file.ts'

const languages: readonly Language[] = ['sr-Latn', 'sr-Cyrl', 'en']

const usePaper = (agreement: AgreementDetail, language: Language) => {
  const { agreements } = useApi()
  const queryClient = useQueryClient()
  const wish = { agreementId: agreement.id, language }
  // Nothing of a file stays in the cache of answers.
  const fresh = { staleTime: 0, gcTime: 0 }
  const text = useMutation({
    mutationFn: () => queryClient.fetchQuery(agreements.printAgreement.queryOptions(wish, fresh)),
    onSuccess: giveFile,
  })
  const certificate = useMutation({
    mutationFn: () => queryClient.fetchQuery(agreements.printCertificate.queryOptions(wish, fresh)),
    onSuccess: giveFile,
  })
  return { text, certificate }
}

/** The sealed text and the certificate of signing, as files for everybody who may read the agreement (AG31, AG32). */
export const Documents = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const [language, setLanguage] = useState<Language>(useLanguage())
  const { text, certificate } = usePaper(agreement, language)
  if (agreement.textHash === null) return null
  return (
    <section className={styles.papers}>
      <h3>{t('papers')}</h3>
      <p className="label">{t('papers.what')}</p>
      <Select
        label={t('papers.language')}
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: t(`papers.language.${value}`) }))}
      />
      <div className={styles.paperButtons}>
        <Button isPending={text.isPending} onPress={() => text.mutate()}>
          {t('papers.text')}
        </Button>
        <Button onPress={() => window.print()}>{t('print')}</Button>
        <Button isPending={certificate.isPending} onPress={() => certificate.mutate()}>
          {t('papers.certificate')}
        </Button>
      </div>
      <RefusalNote refusal={refusalIfAny(text.error ?? certificate.error)} />
    </section>
  )
}
