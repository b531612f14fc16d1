export * from './config/compact-connect-context';
export * from './config/platform-settings';
export * from './config/settings';
export * from './licensure/identity/compact-user-pools';
export * from './licensure/licensure-compact-backend';
export * from './nag/acknowledgements';
export * from './nag/security-rule-packs';
