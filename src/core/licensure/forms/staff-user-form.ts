import type { StaffUser } from '../records/staff-user';

type Granted = Readonly<Record<string, true>>;

/** A staff user as the API shows them: what is granted is `true`, what is not is absent (spec 04 section 4.2). */
export function staffUserForm({ type, userId, status, dateOfUpdate, attributes, compact, permissions }: StaffUser) {
  const jurisdictions = Object.entries(permissions.jurisdictions).map(([jurisdiction, actions]) => [
    jurisdiction,
    { actions: granted(actions) },
  ]);
  return {
    type,
    userId,
    status,
    dateOfUpdate,
    attributes,
    permissions: {
      [compact]: {
        ...(permissions.actions && { actions: granted(permissions.actions) }),
        jurisdictions: Object.fromEntries(jurisdictions) as Record<string, { actions: Granted }>,
      },
    },
  };
}

function granted(actions: ReadonlySet<string>): Granted {
  return Object.fromEntries([...actions].map((action) => [action, true as const]));
}
