import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TEMPLATE_FOLDER } from './render-bootstrap-templates';
import { run } from '../local/tools/processes';
import { findPython } from '../local/tools/python';
import { ensurePythonEnvironment } from '../local/tools/python-environment';

/** What cfn-lint finds in the upstream template already; each would be a difference to upstream without a use. */
const FINDINGS_OF_UPSTREAM = [
  // The CDK CLI reads its default.
  'W2001:Parameter BootstrapVariant not used.',
  "W3045:'AccessControl' is a legacy property. Consider using 'AWS::S3::BucketPolicy' instead",
];

/**
 * What cfn-lint (https://github.com/aws-cloudformation/cfn-lint) finds in templates, apart from what it finds in the one
 * that they are made of. It is installed on the first run.
 */
export async function lintTemplates(files: readonly string[]): Promise<string[]> {
  const { program, variables } = await ensurePythonEnvironment({
    python: await findPython(process.env),
    folder: resolve(__dirname, '..', '.local', 'cfn-lint'),
    requirementsFile: join(__dirname, 'cfn-lint', 'requirements.txt'),
    onInstall: (how) => console.error(`installing cfn-lint with ${how} (first run, or its lock changed)`),
  });
  // Its command lies beside the interpreter or in a folder of packages, by how it was installed; this works for both.
  const command = 'import sys; from cfnlint.runner import main; sys.exit(main())';
  const { code, output } = await run(program, ['-c', command, '--format', 'parseable', '--', ...files], {
    env: { ...process.env, ...variables },
  });
  const lines = output.split('\n').filter((line) => line !== '');
  if (code !== 0 && lines.length === 0) throw new Error(`cfn-lint ended with exit code ${code} and said nothing`);
  return lines.filter((line) => !FINDINGS_OF_UPSTREAM.some((known) => line.endsWith(known)));
}

if (require.main === module) {
  const files = readdirSync(TEMPLATE_FOLDER).filter((file) => file.endsWith('.yaml'));
  const templates = files.map((file) => join(TEMPLATE_FOLDER, file));
  void lintTemplates(templates).then((findings) => {
    console.log(findings.length > 0 ? findings.join('\n') : `cfn-lint finds nothing in ${templates.length} templates`);
    process.exitCode = findings.length > 0 ? 1 : 0;
  });
}
