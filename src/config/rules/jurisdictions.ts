import { POSTAL_ABBREVIATIONS } from '../../core/config/postal-abbreviations';
import { nearest } from '../../core/text/nearest';
import { displayed } from '../problem';
import { present, reportRepeated, Rule } from './rule';

/** Jurisdictions are states and territories, each listed once. */
export const jurisdictionsAreKnown: Rule = ({ jurisdictions }, report) => {
  if (jurisdictions?.length === 0) {
    report('jurisdictions', 'a backend serves at least one jurisdiction', 'list their postal abbreviations');
  }
  for (const [index, jurisdiction] of present(jurisdictions)) {
    if (!POSTAL_ABBREVIATIONS.includes(jurisdiction)) {
      const meant = nearest(jurisdiction, POSTAL_ABBREVIATIONS);
      report(
        `jurisdictions[${index}]`,
        'it is not the lower-case postal abbreviation of a state or territory',
        meant === undefined ? 'correct or remove it' : `write ${displayed(meant)}`,
      );
    }
  }
  reportRepeated(jurisdictions, (index) => `jurisdictions[${index}]`, report);
};

/** Every compact has members, and they are jurisdictions of the backend. */
export const membersAreJurisdictions: Rule = ({ compacts, jurisdictions }, report) => {
  const usable = POSTAL_ABBREVIATIONS.filter((abbreviation) => jurisdictions?.includes(abbreviation));
  for (const [index, { memberJurisdictions }] of present(compacts)) {
    const setting = `compacts[${index}].memberJurisdictions`;
    if (memberJurisdictions?.length === 0) {
      report(setting, 'a compact has at least one member', 'list the jurisdictions that are members');
    }
    for (const [member, jurisdiction] of present(memberJurisdictions)) {
      if (jurisdictions !== undefined && !jurisdictions.includes(jurisdiction)) {
        const meant = nearest(jurisdiction, usable);
        report(
          `${setting}[${member}]`,
          'it is not one of the jurisdictions of this backend',
          meant === undefined
            ? 'add it to the jurisdictions, or correct or remove it here'
            : `write ${displayed(meant)}`,
        );
      }
    }
    reportRepeated(memberJurisdictions, (member) => `${setting}[${member}]`, report);
  }
};
