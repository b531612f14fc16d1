export * from './config/settings';
