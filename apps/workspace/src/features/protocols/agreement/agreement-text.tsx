import type { Article, Template } from '@mreza/contracts-agreements'
import { InOwnLanguage, useTexts } from '@mreza/ui'
import styles from '../protocols.module.css'

const ArticleText = ({ article }: { article: Article }) => {
  const t = useTexts('protocols')
  return (
    <section id={`article-${article.number}`} className={styles.article}>
      <p className="label">{t('article.number', { number: String(article.number) })}</p>
      <h2>
        <InOwnLanguage text={article.title} />
      </h2>
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

/** The text as people read and sign it, article by article. */
export const AgreementText = ({ content }: { content: Template }) =>
  content.articles.map((article) => <ArticleText key={article.number} article={article} />)
