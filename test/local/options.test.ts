import { DEFAULT_PORT, parseOptions } from '../../local/options';

describe('options of the local run', () => {
  test('without any, the console has its usual port and the run goes on until it is stopped', () => {
    const options = parseOptions([]);

    expect(options).toMatchObject({ port: DEFAULT_PORT, reset: false, verbose: false, help: false });
    expect(options.once).toBeUndefined();
  });

  test('a command of --once keeps its spaces and quotes', () => {
    expect(parseOptions(['--once', 'curl -s "$COMPACT_STATE_API_URL"', '--port', '0'])).toMatchObject({
      once: 'curl -s "$COMPACT_STATE_API_URL"',
      port: 0,
    });
  });

  test('another assembly can be run', () => {
    expect(parseOptions(['--assembly', 'cdk.out']).assembly).toBe('cdk.out');
  });

  test('a command of --deploy-with replaces our own deployment', () => {
    expect(parseOptions(['--deploy-with', 'npx cdk deploy --all']).deployWith).toBe('npx cdk deploy --all');
  });

  test('a run can have a folder of its own', () => {
    expect(parseOptions(['--folder', '/tmp/beside']).folder).toBe('/tmp/beside');
  });

  test('failed messages can come back sooner', () => {
    expect(parseOptions(['--retry-after', '20']).retryAfterSeconds).toBe(20);
    expect(parseOptions([]).retryAfterSeconds).toBeUndefined();
  });

  test.each(['x', '-1', '43201', '1.5', ''])('the retry time "%s" is refused with the allowed range', (seconds) => {
    expect(() => parseOptions([`--retry-after=${seconds}`])).toThrow(
      /--retry-after has the value ".*": give a whole number of seconds from 0 to 43200/,
    );
  });

  test.each(['x', '-1', '65536', '1.5', ' '])('the port "%s" is refused with the allowed range', (port) => {
    expect(() => parseOptions([`--port=${port}`])).toThrow(/--port has the value ".*": give a whole number from 1 to/);
  });

  test('an unknown option is answered with the known ones', () => {
    expect(() => parseOptions(['--prot', '4700'])).toThrow(/Unknown option '--prot'[^]*--port N/);
  });
});
