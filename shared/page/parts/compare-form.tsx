import { usePage } from '../context.ts'
import { LEVEL_WORDS } from '../vocabulary.ts'
import { HiddenLanguage, Input, optionsOf, Select } from './form.tsx'
import { PublisherName } from './publisher-name.tsx'

/** Which places and years are compared. A place is added by its name; the API says if there is none of that name. */
export function CompareForm({ from, to }: { readonly from: string; readonly to: string }) {
  const { state, words, say, change } = usePage()
  const { code, publisher, region, level } = state
  return (
    <form class="compare">
      <input type="hidden" name="view" value="compare" />
      <input type="hidden" name="code" value={code} />
      <HiddenLanguage />
      {publisher.map((one) => (
        <input type="hidden" name="publisher" value={one} />
      ))}
      <Input name="publisher" label={words.addPlace} value="" hint={words.placesHint} />
      {publisher.length === 0 && (
        <>
          <Input name="region" label={words.region} value={region} hint={words.regionHint} />
          <Select name="level" label={words.level} value={level} options={optionsOf(LEVEL_WORDS, say)} />
        </>
      )}
      <Input name="from" label={words.from} value={from} isNumber />
      <Input name="to" label={words.to} value={to} isNumber />
      <button type="submit">{words.show}</button>
      {publisher.length > 0 && (
        <ul class="chosen">
          {publisher.map((one) => (
            <li>
              <PublisherName id={one} />{' '}
              <a
                href={change({ publisher: publisher.filter((other) => other !== one), figure: undefined })}
                aria-label={words.remove(one)}
              >
                ×
              </a>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
