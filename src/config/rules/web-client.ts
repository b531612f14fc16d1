import { Rule } from './rule';

export const LARGEST_PORT = 65_535;

/** The port of a web client on localhost exists. */
export const localPortIsAPort: Rule = ({ environment }, report) => {
  const port = environment?.localUiPort;
  if (port === undefined || (Number.isInteger(port) && port >= 1 && port <= LARGEST_PORT)) return;
  report('environment.localUiPort', `ports are whole numbers from 1 to ${LARGEST_PORT}`, 'use one such as 3018');
};
