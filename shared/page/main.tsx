import { render } from 'preact'
import { App } from './app.tsx'
import type { Settings } from './context.ts'

const settings: Settings = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=fazhi]')!.content)

render(<App settings={settings} />, document.querySelector('#page')!)
