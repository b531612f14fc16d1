import { isEmailAddress } from '../../core/validation/text-formats';
import { Draft } from '../draft';
import { displayed } from '../problem';
import { SlackChannelSettings } from '../settings';
import { present, Report, reportRepeated, Rule } from './rule';

/** Alarms and reports about mail reach somebody. */
export const notificationsHaveReceivers: Rule = ({ environment }, report) => {
  const { email, slack, sesOperationsSupportEmail: supportEmail } = environment?.notifications ?? {};
  for (const [index, address] of present(email)) {
    checkAddress(`environment.notifications.email[${index}]`, address, report);
  }
  reportRepeated(email, (index) => `environment.notifications.email[${index}]`, report);
  checkAddress('environment.notifications.sesOperationsSupportEmail', supportEmail, report);
  if (environment?.domainName !== undefined && supportEmail === undefined) {
    report(
      'environment.notifications.sesOperationsSupportEmail',
      'an environment with a domain sends mail, and reports about its delivery need a receiver',
      'give the address of those who look after mail',
    );
  }
  for (const [index, channel] of present(slack)) {
    checkChannel(`environment.notifications.slack[${index}]`, channel, report);
  }
  reportRepeated(
    slack?.map((channel) => channel?.channelName),
    (index) => `environment.notifications.slack[${index}].channelName`,
    report,
  );
};

function checkAddress(setting: string, address: string | undefined, report: Report): void {
  if (address === undefined || isEmailAddress(address)) return;
  report(setting, 'it is not an e-mail address', 'write one such as "operations@example.org"');
}

function checkChannel(setting: string, channel: Draft<SlackChannelSettings>, report: Report): void {
  const { channelName, channelId, workspaceId } = channel;
  if (channelName !== undefined && !/^[\w-]{1,80}$/.test(channelName)) {
    const proposal = channelName.replace(/^#/, '');
    report(
      `${setting}.channelName`,
      'a channel name has letters, digits, "-" and "_"',
      /^[\w-]{1,80}$/.test(proposal) ? `write ${displayed(proposal)}` : 'write the name without other characters',
    );
  }
  for (const [key, id, letters] of [
    ['channelId', channelId, '"C" or "G"'],
    ['workspaceId', workspaceId, '"T"'],
  ] as const) {
    if (id !== undefined && !/^[A-Z0-9]+$/.test(id)) {
      report(
        `${setting}.${key}`,
        'ids of Slack have capital letters and digits',
        `copy the id that begins with ${letters}`,
      );
    }
  }
}
