import type { Annex, Article, Template } from '@mreza/contracts-agreements'
import { InOwnLanguage, useTexts } from '@mreza/ui'
import styles from '../protocols.module.css'

const ArticleText = ({ article, of, heading: Heading }: { article: Article; of: string; heading: 'h2' | 'h3' }) => {
  const t = useTexts('protocols')
  return (
    <section id={`${of}article-${article.number}`} className={styles.article}>
      <p className="label">{t('article.number', { number: String(article.number) })}</p>
      <Heading>
        <InOwnLanguage text={article.title} />
      </Heading>
      <div className={`prose ${styles.paragraphs}`}>
        {article.paragraphs.map((paragraph, at) => (
          <p key={paragraph.en}>
            ({at + 1}) <InOwnLanguage text={paragraph} />
          </p>
        ))}
      </div>
    </section>
  )
}

const AnnexText = ({ annex }: { annex: Annex }) => {
  const t = useTexts('protocols')
  return (
    <section id={`annex-${annex.number}`}>
      <p className="label">{t('annex.number', { number: String(annex.number) })}</p>
      <h2>
        <InOwnLanguage text={annex.title} />
      </h2>
      {annex.articles.map((article) => (
        <ArticleText key={article.number} article={article} of={`annex-${annex.number}-`} heading="h3" />
      ))}
    </section>
  )
}

/** The text as people read and sign it, article by article, and then its annexes. */
export const AgreementText = ({ content }: { content: Template }) => (
  <>
    {content.articles.map((article) => (
      <ArticleText key={article.number} article={article} of="" heading="h2" />
    ))}
    {content.annexes?.map((annex) => (
      <AnnexText key={annex.number} annex={annex} />
    ))}
  </>
)
