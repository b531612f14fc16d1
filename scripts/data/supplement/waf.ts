import type { Reviews } from '../review';
import { supplement, SuppliedType } from './supplied-type';

/**
 * Every change wants a token. Contents are added by an update of the empty thing that was just created, and taken out
 * again before it is deleted.
 */
function changedByToken(name: string): SuppliedType {
  return {
    create: `Create${name} Update${name}`,
    read: `Get${name} GetChangeToken GetChangeTokenStatus`,
    update: `Update${name}`,
    delete: `Delete${name} Update${name}`,
  };
}

function partsOf(namespace: string, names: readonly string[]): Readonly<Record<string, SuppliedType>> {
  return Object.fromEntries(names.map((name) => [`AWS::${namespace}::${name}`, changedByToken(name)]));
}

const SETS = ['ByteMatchSet', 'IPSet', 'SizeConstraintSet', 'SqlInjectionMatchSet', 'XssMatchSet'];

const GLOBAL = supplement({ prefix: 'waf', page: 'list_awswaf' }, partsOf('WAF', [...SETS, 'Rule', 'WebACL']));

const REGIONAL = supplement(
  { prefix: 'waf-regional', page: 'list_awswafregional' },
  {
    ...partsOf('WAFRegional', [...SETS, 'GeoMatchSet', 'RateBasedRule', 'RegexPatternSet', 'Rule', 'WebACL']),
    'AWS::WAFRegional::WebACLAssociation': {
      create: 'AssociateWebACL apigateway:SetWebACL elasticloadbalancing:SetWebAcl',
      read: 'GetWebACL GetWebACLForResource',
      delete: 'DisassociateWebACL apigateway:SetWebACL elasticloadbalancing:SetWebAcl',
    },
  },
);

export const WAF: Reviews = { ...GLOBAL, ...REGIONAL };
