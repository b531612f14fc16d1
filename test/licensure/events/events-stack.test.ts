import { productionSettings, sandboxSettings } from '../backend-settings';
import { resourcesOf, synthesize, template } from '../synthesized';

const { events, ingest } = synthesize(sandboxSettings());

/** Written down here, not derived: names, addresses, numbers, or what somebody wrote about a practitioner. */
const WITH_PERSONAL_DATA = [
  'license.ingest',
  'license.validation-error',
  'privilege.purchase',
  'privilege.issued',
  'privilege.renewed',
  'militaryAffiliation.audit',
];

test('the bus has the name that the environment gives it', () => {
  template(events).hasResourceProperties('AWS::Events::EventBus', { Name: 'ana-dataEventBus' });
});

test('events of this account are archived for 180 days, those with personal data for 14', () => {
  const archives = resourcesOf(events, 'AWS::Events::Archive').map(([, { Properties }]) => [
    Properties.EventPattern,
    Properties.RetentionDays,
  ]);

  expect(archives).toEqual([
    [{ account: ['111122223333'], 'detail-type': [{ 'anything-but': WITH_PERSONAL_DATA }] }, 180],
    [{ account: ['111122223333'], 'detail-type': WITH_PERSONAL_DATA }, 14],
  ]);
});

test('other stacks find the bus by a parameter and not by an export', () => {
  const name = '/deployment/boards/ana/event-bridge/event-bus/data-event-bus-arn';

  template(events).hasResourceProperties('AWS::SSM::Parameter', { Name: name, Type: 'String' });
  expect(Object.values(events.Outputs).filter(({ Export }) => Export)).toEqual([]);
  template(ingest).hasParameter('*', { Type: 'AWS::SSM::Parameter::Value<String>', Default: name });
});

test('the name of the bus of production is the one that consumers know', () => {
  template(synthesize(productionSettings()).events).hasResourceProperties('AWS::Events::EventBus', {
    Name: 'prod-dataEventBus',
  });
});
