// Imported first by what starts a thread or a process of its own: from then on TypeScript can be imported. A Node that strips types by
// itself does not do so for installed packages. JavaScript, so that any Node can read it.
if (!process.features.typescript || import.meta.url.includes('/node_modules/')) (await import('tsx/esm/api')).register()
