import { AsideBlock, HangingSection, StateMark, useTexts } from '@mreza/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useApi } from '../../api/api-context.tsx'
import { DemoRegister } from './demo-register.tsx'
import { OwnAccountForm } from './own-account-form.tsx'
import { PublicPage } from './public-page.tsx'

const route = getRouteApi('/sign-in')

/** Signs in: in a demo installation by choosing whose day to see, otherwise with one's account. */
export const SignInPage = () => {
  const t = useTexts('shell')
  const { to, ended } = route.useSearch()
  const { data: people } = useSuspenseQuery(useApi().identity.listDemoPeople.queryOptions({}))
  const isDemo = people.length > 0
  const notice = ended === true ? <StateMark state="partly">{t('session.ended')}</StateMark> : undefined
  const form = <OwnAccountForm to={to} primary={!isDemo} />
  if (!isDemo)
    return (
      <PublicPage title={t('signIn.title')} lead={t('signIn.lead')}>
        {notice}
        <HangingSection title={t('signIn.own.title')} summary={t('signIn.own.lead')}>
          {form}
        </HangingSection>
      </PublicPage>
    )
  return (
    <PublicPage
      title={t('signIn.title')}
      lead={t('signIn.demo.lead')}
      asideLabel={t('signIn.own.title')}
      aside={<AsideBlock title={t('signIn.own.title')}>{form}</AsideBlock>}
    >
      {notice}
      <DemoRegister people={people} to={to} />
    </PublicPage>
  )
}
