// Sets the chosen theme, density and language before the first paint. Keeps nothing and sends nothing.
;(() => {
  const root = document.documentElement
  try {
    const theme = localStorage.getItem('mreza.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    const density = localStorage.getItem('mreza.density')
    if (density === 'compact') root.dataset.density = density
    const language = localStorage.getItem('mreza.language')
    if (language === 'en' || language === 'sr-Latn' || language === 'sr-Cyrl') root.lang = language
  } catch {}
})()
