export const PiecesPage = () => null
