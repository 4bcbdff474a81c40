import type { PlanTemplate } from '@mreza/contracts-plans'
import { wallTimeOf } from '@mreza/i18n'
import { followTemplate, type PlanContent } from '@mreza/plan-document'
import { Button, InOwnLanguage, PlainRow, Rows, useLanguage, useTexts, useToast } from '@mreza/ui'
import { useState } from 'react'
import { undoably } from '../document/undoably.ts'
import { useEditing } from '../editor/editing-context.ts'
import { useContents, useTemplates } from '../panel/use-gaps.ts'
import styles from '../plan.module.css'
import { usePlan } from '../plan-context.ts'

const isEmpty = ({ templateId, wishes, prose, goals, risks, understandings }: PlanContent) =>
  templateId === null && wishes === '' && prose.length + goals.length + risks.length + understandings.length === 0

const useFollow = () => {
  const t = useTexts('plan')
  const toast = useToast()
  const language = useLanguage()
  const { list } = usePlan()
  return (template: PlanTemplate) => {
    const use = { language, today: wallTimeOf(new Date()).date }
    const back = list
      .filter((room) => room.right === 'write' && room.read().here)
      .map((room) => undoably(room, () => followTemplate(room.doc, room.room, template, use)))
    const undo = () => {
      for (const each of back) each()
    }
    toast({ text: t('template.used'), undo })
  }
}

const Offer = ({ template, onUse }: { template: PlanTemplate; onUse: () => void }) => {
  const t = useTexts('plan')
  return (
    <PlainRow>
      <div className={styles.template}>
        <div>
          <p className="strong">
            <InOwnLanguage text={template.title} />
          </p>
          <p className="second">
            <InOwnLanguage text={template.purpose} />
          </p>
        </div>
        <Button onPress={onUse}>{t('template.use')}</Button>
      </div>
    </PlainRow>
  )
}

/** What an empty plan offers: to begin from a template, each with a sentence on what it is for, or from the first wish. */
export const TemplateOffer = () => {
  const t = useTexts('plan')
  const { list, theCase } = usePlan()
  const { mode } = useEditing()
  const contents = useContents(list)
  const templates = useTemplates()
  const follow = useFollow()
  const [away, setAway] = useState(false)
  const core = list.find(({ room }) => room === 'core')
  const fits = (template: PlanTemplate) =>
    template.appliesTo === 'all' ||
    theCase === undefined ||
    theCase.ageGroup === 'not-known' ||
    (template.appliesTo === 'adults') === (theCase.ageGroup === 'adult')
  const offered = templates?.filter(fits) ?? []
  if (away || mode !== 'write' || core?.right !== 'write' || offered.length === 0 || !contents.every(isEmpty)) return null
  return (
    <section className={styles.templates} aria-labelledby="templates">
      <h2 id="templates">{t('template.question')}</h2>
      <p className="second">{t('template.what')}</p>
      <Rows>
        {offered.map((template) => (
          <Offer key={template.id} template={template} onUse={() => follow(template)} />
        ))}
      </Rows>
      <Button kind="link" onPress={() => setAway(true)}>
        {t('template.without')}
      </Button>
    </section>
  )
}
