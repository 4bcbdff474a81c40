/** The version of the document that this code reads and writes. By itself, so that a page can name it before anything else of a plan has come. */
export const planDocumentVersion = 2
