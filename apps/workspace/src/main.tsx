import '@mreza/ui/styles.css'
import { createRoot } from 'react-dom/client'
import { makeWorkspace } from './app/workspace.tsx'

const place = document.getElementById('mreza')
if (place === null) throw new Error('the page has no place for the workspace')
createRoot(place).render(await makeWorkspace())
