// Which shape belongs to which State row. Natural Earth draws who controls a place;
// a United Nations register follows the Organization's resolutions and map practice instead.
// This is the one file to edit when that practice changes. Nothing here is an official boundary.

/** Places drawn apart by Natural Earth that the United Nations counts with a State. Key: the atlas's name. */
export const PART_OF_STATE = {
  'Somaliland': 'SOM',
  'N. Cyprus': 'CYP', // Security Council resolutions 541 (1983) and 550 (1984)
  'Åland': 'FIN',
  'Hong Kong': 'CHN',
  'Macao': 'CHN',
  'Taiwan': 'CHN', // General Assembly resolution 2758 (XXVI)
}

/** Parts that Natural Earth draws inside another State. `inside` is asked of each point (longitude, latitude). */
export const CORRECTIONS = [
  {
    what: 'Crimea', from: 'RUS', to: 'UKR', // General Assembly resolution 68/262
    whole: ([[west, south], [east, north]]) => west > 32 && east < 37 && south > 44 && north < 46.5,
  },
  {
    what: 'Western Sahara', from: 'MAR', to: 'OTHER', // on the list of Non-Self-Governing Territories
    cut: { axis: 1, at: 27.667, keep: 'greater' },
  },
  {
    what: 'Syrian Golan', from: 'ISR', to: 'SYR', // Security Council resolution 497 (1981)
    cut: { axis: 0, at: 35.64, keep: 'less' },
  },
]

/** Places without a State row of their own: drawn, so that the map has no hole, but never coloured by status. */
export const TERRITORIES = new Set((
  'ABW AIA ASM ATA ATF BLM BMU CUW CYM ESH FLK FRO GGY GRL GUM HMD IMN IOT JEY MAF MNP MSR NCL NFK PCN PRI PYF ' +
  'SGS SHN SPM SXM TCA VGB VIR WLF'
).split(' '))

/** Names without an ISO code in the atlas and without a State row. */
export const UNCODED = new Set(['Kosovo', 'Siachen Glacier', 'Indian Ocean Ter.'])

/** States too small for the 1:50 million file: their place comes from the 1:10 million one. */
export const ONLY_IN_DETAIL = ['TUV']

/** United Nations Members (193), the two observer States, Cook Islands and Niue. */
export const STATE_ROWS = 197
