import { createContext, use } from 'react'
import { Folds } from '../document/folds.ts'

/** The folds of the page, for what stands beside the document. */
export const FoldsContext = createContext(new Folds())

/** The folds of the page. */
export const useDeskFolds = (): Folds => use(FoldsContext)
