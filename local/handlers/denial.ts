/** A call that a function's role, its boundary or a resource policy does not allow. */
export interface Denial {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

const DENIAL = /User: (\S+) is not authorized to perform: (\S+) on resource: (\S+)/;

/** Reads who may not do what from the body of an AccessDenied answer, JSON or XML. */
export function denialIn(body: string): Denial | undefined {
  const [, user, action, resource] = DENIAL.exec(body) ?? [];
  if (!user) return undefined;
  return {
    role: /:assumed-role\/([^/]+)\//.exec(user)?.[1] ?? user,
    action,
    resource: resource.replace(/[\\"]|&quot;/g, ''),
  };
}

export function describeDenial(label: string, { role, action, resource }: Denial): string {
  return `AccessDenied: function ${label} (role ${role}) may not ${action} on ${resource}`;
}
