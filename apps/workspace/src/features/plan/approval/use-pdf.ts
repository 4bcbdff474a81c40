import type { plansOperations } from '@mreza/contracts-plans'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { useApi } from '../../../api/api-context.tsx'

/** What is to be printed. */
export type Printing = z.input<(typeof plansOperations)['printVersion']['input']>

const give = ({ pdf, fileName }: { pdf: string; fileName: string }) => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken the address by the next turn; the words do not stay in the page.
  setTimeout(() => URL.revokeObjectURL(address))
}

/** Has a version typeset and gives it to the browser as a file; nothing of it stays in the cache of answers. */
export const usePdf = () => {
  const { plans } = useApi()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (printing: Printing) => queryClient.fetchQuery(plans.printVersion.queryOptions(printing, { staleTime: 0, gcTime: 0 })),
    onSuccess: give,
  })
}
