/** Lower-case postal abbreviations of the states, the District of Columbia and the territories (spec 04 section 12.2). */
export const POSTAL_ABBREVIATIONS: readonly string[] = [
  ...['al', 'ak', 'az', 'ar', 'ca', 'co', 'ct', 'de', 'fl', 'ga', 'hi', 'id', 'il', 'in', 'ia', 'ks', 'ky', 'la'],
  ...['me', 'md', 'ma', 'mi', 'mn', 'ms', 'mo', 'mt', 'ne', 'nv', 'nh', 'nj', 'nm', 'ny', 'nc', 'nd', 'oh', 'ok'],
  ...['or', 'pa', 'ri', 'sc', 'sd', 'tn', 'tx', 'ut', 'vt', 'va', 'wa', 'wv', 'wi', 'wy'],
  ...['dc', 'as', 'gu', 'mp', 'pr', 'vi'],
];
