import type { NetworkSummary } from '@mreza/contracts-directory'
import { Page, PageHead, Select, TextField, useLocalized, useTexts } from '@mreza/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useNetworks } from '../../../api/institutions.ts'
import styles from '../directory.module.css'
import { NationalBodies } from './national-bodies.tsx'
import { NetworkAsDescribed } from './network-as-described.tsx'
import { SearchResults } from './search-results.tsx'

const national = 'national'

/** Which network is looked at: the one in the address, else one's own, else the national bodies. */
const useLookedAt = () => {
  const { all, own } = useNetworks()
  const { network } = useSearch({ from: '/rooms/directory' })
  const known = network === national || all.some(({ slug }) => slug === network)
  const slug = (known ? network : own?.slug) ?? national
  return { all, own, slug, network: all.find((each) => each.slug === slug) }
}

const NetworkChoice = ({ value }: { value: string }) => {
  const t = useTexts('directory')
  const localized = useLocalized()
  const navigate = useNavigate()
  const { all, own } = useLookedAt()
  const options = all.map(({ slug, city }) => ({
    value: slug,
    label: localized(city),
    second: slug === own?.slug ? t('network.own') : undefined,
  }))
  return (
    <Select
      label={t('network')}
      options={[...options, { value: national, label: t('network.national') }]}
      value={value}
      onChange={(network) => void navigate({ to: '/directory', search: { network }, replace: true })}
    />
  )
}

const useSummary = () => {
  const t = useTexts('directory')
  return ({ institutionCount, serviceCount }: NetworkSummary): string =>
    t('second', {
      institutions: t('count.institutions', { count: institutionCount }),
      services: t('count.services', { count: serviceCount }),
    })
}

/** The network as the sources describe it, the other networks, the national bodies, and a search in all of them. */
export const DirectoryPage = () => {
  const t = useTexts('directory')
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.trim())
  const { slug, network } = useLookedAt()
  const summary = useSummary()
  return (
    <Page>
      <PageHead title={t('room.directory.title')} second={network === undefined ? t('second.national') : summary(network)} />
      <search className={styles.controls}>
        <NetworkChoice value={slug} />
        <TextField label={t('search')} hint={t('search.hint')} type="search" maxLength={80} value={words} onChange={setWords} />
      </search>
      {wanted.length >= 2 && <SearchResults words={wanted} />}
      {wanted.length < 2 && network !== undefined && <NetworkAsDescribed key={network.id} networkId={network.id} />}
      {wanted.length < 2 && slug === national && <NationalBodies />}
    </Page>
  )
}
