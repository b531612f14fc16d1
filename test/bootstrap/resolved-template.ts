/** Values of what a deployed template refers to. */
export interface Deployed {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly partition?: string;
}

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';

/** A template as CloudFormation deploys it: conditions decided, intrinsics worked out, and what is not there left out. */
export function deployed(template: any, { parameters = {}, partition = 'aws' }: Deployed = {}): Record<string, any> {
  const pseudo: Record<string, unknown> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Region': REGION,
    'AWS::Partition': partition,
    'AWS::StackId': `arn:${partition}:cloudformation:${REGION}:${ACCOUNT}:stack/CDKToolkit/1`,
    'AWS::NoValue': undefined,
  };

  const condition = (name: string): boolean => decide(template.Conditions[name]) as boolean;
  const reference = (name: string): unknown => {
    if (name in pseudo) return pseudo[name];
    const parameter = template.Parameters[name];
    if (parameter === undefined) return arnOf(name);
    const value = parameters[name] ?? parameter.Default;
    return parameter.Type === 'CommaDelimitedList' ? value.split(',') : value;
  };
  const arnOf = (id: string): string => {
    const { Type, Properties } = template.Resources[id];
    if (Type === 'AWS::IAM::ManagedPolicy') {
      return `arn:${partition}:iam::${ACCOUNT}:policy/${decide(Properties.ManagedPolicyName)}`;
    }
    return `arn:${partition}:${id}`;
  };
  const attribute = (id: string, name: string): unknown =>
    name === 'Value' ? decide(template.Resources[id].Properties.Value) : arnOf(id);
  const decide = (value: any): unknown => {
    if (Array.isArray(value)) return value.map(decide).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    if ('Ref' in value) return reference(value.Ref);
    if ('Fn::If' in value) return decide(value['Fn::If'][condition(value['Fn::If'][0]) ? 1 : 2]);
    if ('Fn::Equals' in value) return decide(value['Fn::Equals'][0]) === decide(value['Fn::Equals'][1]);
    if ('Fn::Not' in value) return !decide(value['Fn::Not'][0]);
    if ('Fn::Join' in value) return (decide(value['Fn::Join'][1]) as unknown[]).join(value['Fn::Join'][0]);
    if ('Fn::Split' in value) return (decide(value['Fn::Split'][1]) as string).split(value['Fn::Split'][0]);
    if ('Fn::GetAtt' in value) return attribute(value['Fn::GetAtt'][0], value['Fn::GetAtt'][1]);
    if ('Fn::Sub' in value) {
      return value['Fn::Sub'].replace(/\$\{([^}.]+)(?:\.([^}]+))?\}/g, (_: string, id: string, name?: string) =>
        String(name === undefined ? reference(id) : attribute(id, name)),
      );
    }
    const entries = Object.entries(value).map(([key, member]) => [key, decide(member)] as const);
    return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
  };

  const present = Object.entries<any>(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || condition(Condition),
  );
  return Object.fromEntries(present.map(([id, resource]) => [id, decide(resource)]));
}
