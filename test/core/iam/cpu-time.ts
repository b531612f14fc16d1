const MICROSECONDS_PER_MILLISECOND = 1000;

/** What some work costs this process; unlike the time that passes, it doesn't depend on what else the machine does. */
export function cpuMilliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROSECONDS_PER_MILLISECOND;
}
