import { present, Report, reportRepeated, Rule } from './rule';
import { POSTAL_ABBREVIATIONS } from '../../core/config/postal-abbreviations';
import { displayed } from '../problem';

export const LONGEST_COMPACT_NAME = 100;

export const LONGEST_LICENSE_TYPE_NAME = 100;

export const ABBREVIATION = /^[a-z][a-z0-9]*$/;

/** Abbreviations of compacts and license types become parts of record keys, paths and OAuth scopes. */
function checkAbbreviation(setting: string, abbreviation: string | undefined, report: Report): void {
  if (abbreviation === undefined || ABBREVIATION.test(abbreviation)) return;
  const proposal = abbreviation.toLowerCase();
  report(
    setting,
    abbreviation.includes('#')
      ? '"#" separates the parts of record keys'
      : 'only lower-case letters and digits, a letter first, fit into keys, paths and scopes',
    ABBREVIATION.test(proposal) ? `write ${displayed(proposal)}` : 'use lower-case letters and digits only',
  );
}

/** At least one compact; abbreviations can't be taken for a jurisdiction: both name OAuth resource servers. */
export const compactsAreDistinct: Rule = ({ compacts, jurisdictions = [] }, report) => {
  if (compacts?.length === 0) report('compacts', 'a backend serves at least one compact', 'list their abbreviations');
  for (const [index, { abbreviation }] of present(compacts)) {
    const setting = `compacts[${index}].abbreviation`;
    checkAbbreviation(setting, abbreviation, report);
    if (abbreviation !== undefined && [...POSTAL_ABBREVIATIONS, ...jurisdictions].includes(abbreviation)) {
      report(
        setting,
        'postal abbreviations are jurisdictions, and both name OAuth resource servers',
        'use at least four letters',
      );
    }
  }
  reportRepeated(
    compacts?.map((compact) => compact?.abbreviation),
    (index) => `compacts[${index}].abbreviation`,
    report,
  );
};

/** Names of compacts are what people can read. */
export const compactsHaveNames: Rule = ({ compacts }, report) => {
  for (const [index, { name }] of present(compacts)) {
    const remedy = 'write the usual name, or leave it out';
    checkName(`compacts[${index}].name`, name, LONGEST_COMPACT_NAME, remedy, report);
  }
};

function checkName(setting: string, name: string | undefined, longest: number, remedy: string, report: Report): void {
  if (name === undefined || (name.trim() === name && name !== '' && name.length <= longest)) return;
  report(setting, `a name has 1 to ${longest} characters without space around them`, remedy);
}

/** Every compact has license types whose names and abbreviations tell them apart. */
export const licenseTypesAreDistinct: Rule = ({ compacts }, report) => {
  for (const [index, { licenseTypes }] of present(compacts)) {
    const setting = `compacts[${index}].licenseTypes`;
    if (licenseTypes?.length === 0) {
      report(setting, 'a compact has at least one license type', 'add its license types with name and abbreviation');
    }
    for (const [type, { name, abbreviation }] of present(licenseTypes)) {
      checkAbbreviation(`${setting}[${type}].abbreviation`, abbreviation, report);
      checkName(
        `${setting}[${type}].name`,
        name,
        LONGEST_LICENSE_TYPE_NAME,
        'write the name as uploads carry it',
        report,
      );
    }
    for (const key of ['name', 'abbreviation'] as const) {
      reportRepeated(
        licenseTypes?.map((type) => type?.[key]),
        (type) => `${setting}[${type}].${key}`,
        report,
      );
    }
  }
};
