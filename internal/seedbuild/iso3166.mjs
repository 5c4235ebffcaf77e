// Writes countries.csv and regions.csv from npm packages, into the folder given as argument:
//
//   mkdir /tmp/iso && cp internal/seedbuild/iso3166.mjs /tmp/iso && cd /tmp/iso
//   npm install iso-3166@4.4.0 country-codes-list@3.2.0 iso-3166-2@1.0.0
//   node iso3166.mjs .../sql/seed
//
// iso-3166 has the current codes, names and hierarchy; country-codes-list has the calling codes and currencies.
// iso-3166-2 is older but knows categories. A category is taken only if both lists give a code the same name, because
// codes are reassigned to other regions over time; otherwise the category is the general word of ISO, subdivision.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {iso31661, iso31662} from 'iso-3166'

const require = createRequire(import.meta.url)
const details = new Map(
  JSON.parse(readFileSync('node_modules/country-codes-list/dist/countries.json', 'utf8')).map((c) => [c.countryCode, c]),
)
const older = new Map(Object.values(require('iso-3166-2').data).flatMap((c) => Object.entries(c.sub)))

const bare = (name) => name.normalize('NFD').replace(/[^\p{Letter}]/gu, '').toLowerCase()
const byCode = (a, b) => (a.code < b.code ? -1 : 1)
const quote = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const write = (name, rows) => {
  const lines = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map(quote))]
  writeFileSync(join(process.argv[2], name), lines.map((line) => line.join(',') + '\n').join(''))
}

// What else people call a country: in its own languages, and in English if not as ISO does.
const otherNames = (name, detail) =>
  [...new Set([...detail.countryNameLocal.split(',').map((n) => n.trim()), detail.countryNameEn])]
    .filter((n) => n && bare(n) !== bare(name))
    .join('; ')

const countries = iso31661.map((country) => {
  const detail = details.get(country.alpha2)
  return {
    code: country.alpha2,
    alpha3: country.alpha3,
    numeric_code: country.numeric,
    name: country.name,
    other_names: otherNames(country.name, detail),
    calling_code: detail.countryCallingCode,
    currency_code: detail.currencyCode,
    currency_name: detail.currencyNameEn,
  }
})

const regions = iso31662.map(({code, parent, name}) => {
  const known = older.get(code)
  return {
    code,
    country: code.slice(0, 2),
    parent: parent.includes('-') ? parent : '',
    name,
    category: known && bare(known.name) === bare(name) ? known.type.toLowerCase() : 'subdivision',
  }
})

write('countries.csv', countries.sort(byCode))
write('regions.csv', regions.sort(byCode))
