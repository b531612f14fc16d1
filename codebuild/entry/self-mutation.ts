import { runSelfMutation } from '../self-mutation/container';

process.exitCode = await runSelfMutation(process.env);
