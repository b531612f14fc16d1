import { isEmailAddress } from '../../core/validation/text-formats';
import { Draft } from '../draft';
import { displayed } from '../problem';
import { NotificationSettings, SlackChannelSettings } from '../settings';
import { present, Report, reportRepeated, Rule } from './rule';

export const CHANNEL_NAME = /^[\w-]{1,80}$/;

export const SLACK_ID = /^[A-Z0-9]+$/;

/** Alarms of an environment reach somebody. */
export const notificationsHaveReceivers: Rule = ({ environment }, report) =>
  checkNotifications('environment.notifications', environment?.notifications, report);

export function checkNotifications(
  setting: string,
  notifications: Draft<NotificationSettings> | undefined,
  report: Report,
): void {
  const { email, slack, sesOperationsSupportEmail } = notifications ?? {};
  for (const [index, address] of present(email)) checkAddress(`${setting}.email[${index}]`, address, report);
  reportRepeated(email, (index) => `${setting}.email[${index}]`, report);
  checkAddress(`${setting}.sesOperationsSupportEmail`, sesOperationsSupportEmail, report);
  for (const [index, channel] of present(slack)) checkChannel(`${setting}.slack[${index}]`, channel, report);
  reportRepeated(
    slack?.map((channel) => channel?.channelName),
    (index) => `${setting}.slack[${index}].channelName`,
    report,
  );
}

/** Reports about mail reach somebody: an environment with a domain sends mail. */
export const mailReportsHaveAReceiver: Rule = ({ environment }, report) => {
  if (environment?.domainName === undefined) return;
  if (environment.notifications?.sesOperationsSupportEmail !== undefined) return;
  report(
    'environment.notifications.sesOperationsSupportEmail',
    'an environment with a domain sends mail, and reports about its delivery need a receiver',
    'give the address of those who look after mail',
  );
};

function checkAddress(setting: string, address: string | undefined, report: Report): void {
  if (address === undefined || isEmailAddress(address)) return;
  report(setting, 'it is not an e-mail address', 'write one such as "operations@example.org"');
}

function checkChannel(setting: string, channel: Draft<SlackChannelSettings>, report: Report): void {
  const { channelName, channelId, workspaceId } = channel;
  if (channelName !== undefined && !CHANNEL_NAME.test(channelName)) {
    const proposal = channelName.replace(/^#/, '');
    report(
      `${setting}.channelName`,
      'a channel name has letters, digits, "-" and "_"',
      CHANNEL_NAME.test(proposal) ? `write ${displayed(proposal)}` : 'write the name without other characters',
    );
  }
  for (const [key, id, letters] of [
    ['channelId', channelId, '"C" or "G"'],
    ['workspaceId', workspaceId, '"T"'],
  ] as const) {
    if (id !== undefined && !SLACK_ID.test(id)) {
      report(
        `${setting}.${key}`,
        'ids of Slack have capital letters and digits',
        `copy the id that begins with ${letters}`,
      );
    }
  }
}
