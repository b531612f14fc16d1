import type { Technique } from '../attempt';
import { alterIdentities } from './alter-identities';
import { assumeRoles } from './assume-roles';
import { boundaryOfIdentities } from './boundary-of-identities';
import { boundaryPolicies } from './boundary-policies';
import { createIdentities } from './create-identities';
import { credentials } from './credentials';
import { groups } from './groups';
import { identityProviders } from './identity-providers';
import { instanceProfiles } from './instance-profiles';
import { organization } from './organization';
import { passRoles } from './pass-roles';
import { programsOfOthers } from './programs-of-others';
import { stackSets } from './stack-sets';
import { trust } from './trust';

/** Everything but what deployments rely on, which is there to be changed by those who deploy. */
export const TECHNIQUES: readonly Technique[] = [
  createIdentities,
  alterIdentities,
  boundaryOfIdentities,
  boundaryPolicies,
  groups,
  credentials,
  identityProviders,
  trust,
  assumeRoles,
  passRoles,
  instanceProfiles,
  stackSets,
  organization,
  programsOfOthers,
];
