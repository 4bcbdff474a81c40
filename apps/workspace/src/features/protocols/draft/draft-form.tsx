import type { Template } from '@mreza/contracts-agreements'
import type { NetworkId } from '@mreza/contracts-kernel'
import { Button, ButtonRow, buttonClass, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import styles from '../protocols.module.css'
import { useAgreementChange } from '../use-agreement-change.ts'
import { type PlaceWithChoice, proposedParties } from './parties-choice.ts'
import { PartiesField } from './parties-field.tsx'
import { PartiesSum } from './parties-sum.tsx'

const useDrafting = () => {
  const { agreements } = useApi()
  const changed = useAgreementChange()
  const navigate = useNavigate()
  return useMutation(
    agreements.draftAgreement.mutationOptions({
      onSuccess: async (agreement) => {
        await changed()
        await navigate({ to: '/protocols/$agreementId', params: { agreementId: agreement.id } })
      },
    }),
  )
}

/** The choice of parties and the act that makes the draft. */
export const DraftForm = ({
  template,
  networkId,
  choices,
}: {
  template: Template
  networkId: NetworkId
  choices: readonly PlaceWithChoice[]
}) => {
  const t = useTexts('protocols')
  const [parties, setParties] = useState(() => proposedParties(choices))
  const drafting = useDrafting()
  const make = () => drafting.mutate({ networkId, templateId: template.id, partyIds: [...parties] })
  return (
    <div className={styles.form}>
      <PartiesField choices={choices} value={parties} onChange={setParties} />
      <PartiesSum template={template} count={parties.length} />
      <RefusalNote refusal={refusalIfAny(drafting.error)} />
      <div className={styles.act}>
        <ButtonRow>
          <Button kind="primary" isDisabled={parties.length === 0} isPending={drafting.isPending} onPress={make}>
            {t('draft.make')}
          </Button>
          <Link className={buttonClass('link')} to="/protocols">
            {t('draft.leave')}
          </Link>
        </ButtonRow>
      </div>
    </div>
  )
}
