import { CommandRun, runCommand } from './command';
import { Project } from './project';
import { ScriptedAccount } from './scripted-account';
import { documents, Files } from '../config/platform-files';

/** What a person has who runs the command: a project with documents of a platform, and credentials of an account. */
export class Installation {
  public account!: ScriptedAccount;
  public project!: Project;

  public constructor() {
    beforeAll(async () => {
      this.account = await ScriptedAccount.start();
    });
    beforeEach(() => {
      this.account.reset();
      this.project = new Project();
      this.writeApp(documents());
    });
    afterEach(() => this.project.remove());
    afterAll(() => this.account.close());
  }

  /** Writes documents, and an app that is configured with them. */
  public writeApp(files: Files): void {
    this.project.write({ ...files, 'cdk.json': { context: { platform: { files: Object.keys(files) } } } });
  }

  /** Runs a command line in the project, with variables in place of those that lead to the account. */
  public run(parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<CommandRun> {
    return runCommand(parameters, {
      folder: this.project.folder,
      environment: { ...this.account.environment, ...environment },
    });
  }
}
