import { demoCode } from '@mreza/contracts-identity'
import type { AgreementId } from '@mreza/contracts-kernel'
import { useAnnounce, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useAgreementChange } from '../use-agreement-change.ts'

/** What a head signs, and the password that shows that it is they; `null` for a demo person, who has none. */
export interface Wish {
  readonly agreementId: AgreementId
  readonly textHash: string
  readonly password: string | null
}

/** Asks the gateway whether it is they, for exactly this text, then signs with its answer (AG21). */
export const useConfirmedSigning = (onSigned: () => void) => {
  const t = useTexts('protocols')
  const { agreements, identity } = useApi()
  const changed = useAgreementChange()
  const announce = useAnnounce()
  const confirming = useMutation(identity.confirmAct.mutationOptions())
  const signing = useMutation(agreements.signAgreement.mutationOptions())
  return useMutation({
    mutationFn: async ({ agreementId, textHash, password }: Wish) => {
      const given = password === null ? { kind: 'demo-code' as const, code: demoCode } : { kind: 'password' as const, password }
      const { confirmation } = await confirming.mutateAsync({ act: 'sign-agreement', boundTo: textHash, given })
      return signing.mutateAsync({ agreementId, textHash, confirmation })
    },
    onSuccess: async () => {
      await changed()
      announce(t('sign.done'))
      onSigned()
    },
  })
}
