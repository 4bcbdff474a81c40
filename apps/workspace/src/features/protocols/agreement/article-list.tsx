import type { Template } from '@mreza/contracts-agreements'
import { InOwnLanguage, useTexts } from '@mreza/ui'
import { structuredPartsOf } from '../parts/structured-part-ids.ts'
import styles from '../protocols.module.css'

/** The articles by number and title, then the structured parts; each leads to its place in the text. */
export const ArticleList = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  return (
    <nav className={styles.articles} aria-label={t('articles')}>
      <ol>
        {content.articles.map(({ number, title }) => (
          <li key={number}>
            <a href={`#article-${number}`}>
              <span className={styles.number}>{number}</span>
              <span>
                <InOwnLanguage text={title} />
              </span>
            </a>
          </li>
        ))}
        {content.annexes?.map(({ number, title }) => (
          <li key={`annex-${number}`}>
            <a href={`#annex-${number}`}>
              <span className={styles.number} />
              <span>
                {t('annex.number', { number: String(number) })}. <InOwnLanguage text={title} />
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p className="label">{t('articles.parts')}</p>
      <ul>
        {structuredPartsOf(content).map((part) => (
          <li key={part}>
            <a href={`#part-${part}`}>
              <span className={styles.number} />
              <span>{t(part)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
