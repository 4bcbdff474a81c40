/** Documents made from data: typeset, tagged, accessible PDF in both scripts. */
export type { Block, PrintedDocument, Said } from './printed-document.ts'
export { documentTemplate, renderPdf, type Template } from './render-pdf.ts'
export { TypesetterBusy } from './typesetter.ts'
